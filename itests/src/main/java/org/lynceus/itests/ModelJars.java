package org.lynceus.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Model bundles like those of the distribution, under another name and version. */
public final class ModelJars {
    private static final String SYMBOLIC_NAME = "Bundle-SymbolicName";
    private static final String CAPABILITY = "Provide-Capability";
    private static final String DESCRIPTION = "model.properties";

    private ModelJars() {}

    /**
     * Makes a bundle with the same graphs.
     *
     * @param original bundle of the distribution
     * @param suffix added to the symbolic name; may be empty
     * @param number tells one from another: the last part of the bundle's version and of the model's
     * @return the jar
     */
    public static byte[] variant(Path original, String suffix, int number) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (InputStream file = Files.newInputStream(original);
                JarInputStream in = new JarInputStream(file)) {
            Manifest manifest = in.getManifest();
            var main = manifest.getMainAttributes();
            main.putValue(SYMBOLIC_NAME, main.getValue(SYMBOLIC_NAME) + suffix);
            main.putValue("Bundle-Version", "0.2." + number);
            main.putValue(
                    CAPABILITY,
                    main.getValue(CAPABILITY)
                            .replaceAll("version:Version=\"([0-9.]+)\"", "version:Version=\"9.0." + number + "\""));
            try (JarOutputStream out = new JarOutputStream(jar, manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    byte[] content = in.readAllBytes();
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(entry.getName().endsWith(DESCRIPTION) ? described(content, number) : content);
                    out.closeEntry();
                }
            }
        }
        return jar.toByteArray();
    }

    /** Puts a jar into a folder in one step, over one of that name that may be there. */
    public static void drop(byte[] jar, Path file) throws IOException {
        Path beside = Files.createTempFile(Distribution.scratch(), "bundle", ".jar");
        Files.write(beside, jar);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] described(byte[] properties, int number) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(?m)^version\\s*=.*$", "version = 9.0." + number)
                .getBytes(StandardCharsets.UTF_8);
    }
}
