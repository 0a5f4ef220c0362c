package org.lynceus.itests;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds galleries of people's photos with the distribution's own script. */
final class GalleryPack {
    private static final String HEADER = "id,name,gender,url,photo";

    private final Lynceus server;
    private final Path folder;
    private final Path photos;

    /**
     * Makes a builder.
     *
     * @param server its script is used, and it is asked when it runs
     */
    GalleryPack(Lynceus server) throws IOException {
        this.server = server;
        this.folder = server.data().resolve("people");
        this.photos = Files.createDirectories(folder.resolve("photos"));
    }

    /**
     * What a build left behind.
     *
     * @param gallery the bundle
     * @param output all that was printed
     */
    record Built(BundleFile gallery, String output) {}

    /** Writes a photo as a JPEG file. */
    void photo(String name, BufferedImage picture) throws IOException {
        Files.write(photos.resolve(name), TestPictures.jpeg(picture));
    }

    private Path table(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve(name + ".csv"), lines, StandardCharsets.UTF_8);
    }

    /**
     * Builds a gallery.
     *
     * @param id of the gallery, and its file's name
     * @param rows of the table: {@code id,name,gender,url,photo}
     * @throws IOException when the script refuses
     */
    Built build(String id, String... rows) throws IOException {
        Path jar = folder.resolve(id + ".jar");
        Command.Result result = server.script(
                        "gallery", "build", table(id, rows).toString(), photos.toString(), "-o", jar.toString())
                .orThrow();
        return new Built(BundleFile.read(jar), result.output());
    }
}
