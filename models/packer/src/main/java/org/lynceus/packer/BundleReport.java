package org.lynceus.packer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.lynceus.forge.ForgeException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;

/** Explains a bundle: its manifest, its description, its checksums, and a run of its graphs through their decoder. */
final class BundleReport {
    private BundleReport() {}

    static Report of(Path jar) throws ForgeException {
        List<String> lines = new ArrayList<>();
        List<String> missing = manifest(jar);
        Optional<ModelInfo> info = Optional.empty();
        try {
            info = Optional.of(BundleTrial.load(jar));
        } catch (ForgeException e) {
            missing.add(e.getMessage());
        }
        info.ifPresent(found -> describe(found, lines));
        if (missing.isEmpty()) {
            lines.add("A server takes it: checksums, graphs and decoder were tried.");
        } else {
            lines.add("A server does not take it:");
            missing.forEach(line -> lines.add("  " + line));
        }
        return new Report(lines, missing.isEmpty());
    }

    private static List<String> manifest(Path jar) throws ForgeException {
        List<String> missing = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            if (main.getValue("Bundle-SymbolicName") == null) {
                missing.add("META-INF/MANIFEST.MF has no Bundle-SymbolicName: the jar is no bundle");
            }
            if (!String.valueOf(main.getValue("Provide-Capability")).contains("lynceus.model;")) {
                missing.add(
                        "META-INF/MANIFEST.MF provides no capability lynceus.model: no server looks for a model in it");
            }
            return missing;
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + jar + " as a bundle: " + e.getMessage(), e);
        }
    }

    private static void describe(ModelInfo info, List<String> lines) {
        lines.add("model     " + info.id() + " " + info.version() + ", " + value(info, "name"));
        lines.add("role      " + info.role());
        lines.add("decoder   " + value(info, "decoder"));
        for (GraphInfo graph : info.graphs()) {
            lines.add("graph     " + graph.name() + ", input " + graph.shape() + " " + graph.layout() + " "
                    + graph.color() + ", outputs " + value(info, "graph." + graph.name() + ".outputs"));
        }
        if (!info.labels().isEmpty()) {
            lines.add("labels    " + info.labels().size() + ": "
                    + String.join(
                            ", ",
                            info.labels().subList(0, Math.min(3, info.labels().size()))) + " ...");
        }
        lines.add("licence   " + value(info, "licence.weights"));
        lines.add("upstream  " + value(info, "upstream"));
    }

    private static String value(ModelInfo info, String key) {
        return info.property(key).orElse(Identity.NOT_STATED);
    }
}
