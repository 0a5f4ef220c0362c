package org.lynceus.packer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.bundle.BundleJar;
import org.lynceus.forge.bundle.BundleManifest;
import org.lynceus.forge.bundle.Labels;
import org.lynceus.forge.bundle.ModelForge;
import org.lynceus.forge.bundle.PropertiesText;
import org.lynceus.forge.source.Hashes;
import org.lynceus.packer.family.Family;
import org.lynceus.packer.family.RoleRules;
import org.lynceus.packer.family.Setting;
import org.lynceus.packer.graph.Output;
import org.lynceus.packer.source.UserFile;

/** Makes a model bundle of a user's weight files: converts, recognises, describes, tries it as a server does, writes. */
final class Packer {
    private static final String LABELS = "labels.txt";
    private static final int QUALIFIER = 8;

    private Packer() {}

    /**
     * Makes a bundle.
     *
     * @param request what is wanted
     * @return what was written
     * @throws ForgeException when something is wrong; nothing is written then
     */
    static Packed pack(PackRequest request) throws ForgeException {
        RoleRules rules = RoleRules.of(request.role());
        Path jar = Target.of(request);
        Map<String, PreparedGraph> graphs = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : request.files().entrySet()) {
            String name = file.getKey().isEmpty() ? rules.graph() : file.getKey();
            graphs.put(name, PreparedGraph.of(UserFile.read(file.getValue()), rules, request));
        }
        Optional<Labels> own = LabelChoice.own(request);
        Draft draft = new Draft(request.stated());
        Map<String, byte[]> files = new TreeMap<>();
        Identity.describe(draft, request, graphs.values().iterator().next().file());
        String main = graphs.keySet().iterator().next();
        Family first = null;
        for (Map.Entry<String, PreparedGraph> graph : graphs.entrySet()) {
            PreparedGraph prepared = graph.getValue();
            String label = label(prepared);
            Family family = rules.recognise(label, Recognition.evidence(prepared, request, own));
            first = first == null ? family : first;
            if (!first.decoder().equals(family.decoder())) {
                throw new ForgeException(label + " is of another family (" + family.title() + ") than the first file ("
                        + first.title() + ")");
            }
            Identity.describeSource(
                    draft, graph.getKey().equals(main) ? "" : "graph." + graph.getKey() + ".", prepared.file());
            Recognition.describe(
                    draft, graph.getKey(), prepared, family, request.size().isPresent());
            describeNames(draft, files, prepared, family, own, request);
            files.putAll(write(draft, graph.getKey(), prepared, family));
        }
        draft.fact("graphs", String.join(",", graphs.keySet()));
        return write(jar, draft, files, first);
    }

    private static void describeNames(
            Draft draft,
            Map<String, byte[]> files,
            PreparedGraph graph,
            Family family,
            Optional<Labels> own,
            PackRequest request)
            throws ForgeException {
        Optional<LabelChoice> choice = LabelChoice.of(label(graph), family, own, graph.facts());
        if (choice.isPresent()) {
            files.put(LABELS, choice.get().labels().toBytes());
            draft.fact("labels", LABELS);
            if (!choice.get().from().isEmpty()) {
                draft.note(new Setting("labels", choice.get().from(), ""));
            }
        }
        if (family.decoder().equals("tagging")) {
            TaggingNames.describe(draft, files, label(graph), family, choice, request);
        }
    }

    private static Map<String, byte[]> write(Draft draft, String name, PreparedGraph graph, Family family)
            throws ForgeException {
        List<String> outputs = family.outputs().stream().map(Output::name).toList();
        PreparedGraph kept = graph.keep(outputs);
        byte[] onnx = kept.model().toByteArray();
        String prefix = "graph." + name + ".";
        draft.fact(prefix + "file", name + ".onnx");
        draft.fact(prefix + "sha256", Hashes.sha256(onnx));
        draft.fact(prefix + "input", graph.input().name());
        draft.fact(prefix + "outputs", String.join(",", outputs));
        draft.fact(
                prefix + "shape",
                graph.input().shape().stream().map(String::valueOf).collect(Collectors.joining(",")));
        Map<String, byte[]> files = new HashMap<>(graph.files());
        for (String file : graph.files().keySet()) {
            if (file.startsWith("anchors")) {
                draft.fact("anchors", file);
            }
        }
        files.put(name + ".onnx", onnx);
        return files;
    }

    private static Packed write(Path jar, Draft draft, Map<String, byte[]> files, Family family) throws ForgeException {
        Properties properties = draft.properties();
        byte[] description = PropertiesText.write(properties);
        files.put(ModelForge.DESCRIPTION, description);
        String id = properties.getProperty("id");
        BundleManifest manifest = new BundleManifest(
                "org.lynceus.model.own." + id,
                // Bundles of one name and version exclude each other: other content is another version.
                BundleManifest.osgiVersion(properties.getProperty("version"))
                                .replaceAll("^(\\d+\\.\\d+\\.\\d+).*", "$1")
                        + "." + Hashes.sha256(description).substring(0, QUALIFIER),
                properties.getProperty("name"),
                properties.getProperty("name"),
                "brought by the user");
        byte[] header = manifest.withModel(properties);
        List<Setting> assumed = new ArrayList<>(draft.assumed());
        try {
            Path folder = Files.createTempDirectory("lynceus-pack");
            Path trial = folder.resolve(jar.getFileName());
            try {
                BundleJar.write(trial, header, files);
                BundleTrial.load(trial);
                Target.publish(trial, jar);
            } finally {
                Files.deleteIfExists(trial);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ForgeException("Cannot write " + jar + ": " + e.getMessage(), e);
        }
        return new Packed(jar, id, family, assumed);
    }

    private static String label(PreparedGraph graph) {
        return graph.file().path().getFileName().toString();
    }
}
