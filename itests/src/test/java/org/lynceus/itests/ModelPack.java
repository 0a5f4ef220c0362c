package org.lynceus.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Packs weight files into bundles with the distribution's own script. */
final class ModelPack {
    private final Lynceus server;
    private final Path folder;

    /**
     * Makes a packer.
     *
     * @param server its script is used; it need not run
     */
    ModelPack(Lynceus server) throws IOException {
        this.server = server;
        this.folder = Files.createDirectories(server.data().resolve("own"));
    }

    /** Writes a file for the packer to read. */
    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** Writes names, one per line. */
    Path names(String name, String... lines) throws IOException {
        return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Packs a file.
     *
     * @param id of the model
     * @param role of the model
     * @param file the weights
     * @param more further words of the command
     * @return the bundle
     * @throws IOException when the script refuses
     */
    Path pack(String id, String role, Path file, String... more) throws IOException {
        Path jar = folder.resolve(id + ".jar");
        List<String> words = new ArrayList<>(List.of("model", "pack", "--role", role, "--file", file.toString()));
        words.addAll(List.of("--id", id, "--version", "1.0.0", "--output", jar.toString()));
        words.addAll(List.of(more));
        server.script(words.toArray(String[]::new)).orThrow();
        return jar;
    }
}
