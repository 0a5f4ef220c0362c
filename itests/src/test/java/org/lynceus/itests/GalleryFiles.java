package org.lynceus.itests;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Galleries that are not as they should be. */
final class GalleryFiles {
    private static final String DESCRIPTION = "gallery/gallery.properties";
    private static final String VECTORS = "gallery/vectors/";
    private static final String FOREIGN = "foreign-";

    private GalleryFiles() {}

    /** The gallery, its vectors being those of encoders that nobody has. */
    static BundleFile ofForeignEncoders(BundleFile gallery) {
        Properties description = description(gallery);
        Properties changed = new Properties();
        List<String> encoders = encoders(description);
        for (String key : description.stringPropertyNames()) {
            boolean ofEncoder = encoders.stream().anyMatch(encoder -> key.startsWith(encoder + "."));
            changed.setProperty(ofEncoder ? FOREIGN + key : key, description.getProperty(key));
        }
        changed.setProperty(
                "encoders",
                String.join(",", encoders.stream().map(FOREIGN::concat).toList()));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        gallery.entries()
                .forEach((name, content) -> entries.put(
                        name.startsWith(VECTORS) ? VECTORS + FOREIGN + name.substring(VECTORS.length()) : name,
                        content));
        return new BundleFile(gallery.manifest(), entries).with(DESCRIPTION, bytes(changed));
    }

    /** The gallery with only the first half of all its vectors. */
    static BundleFile cutOff(BundleFile gallery) {
        BundleFile cut = gallery;
        for (Map.Entry<String, byte[]> entry : gallery.entries().entrySet()) {
            if (entry.getKey().startsWith(VECTORS)) {
                cut = cut.with(entry.getKey(), Arrays.copyOf(entry.getValue(), entry.getValue().length / 2));
            }
        }
        return cut;
    }

    private static List<String> encoders(Properties description) {
        return Arrays.stream(description.getProperty("encoders").split(","))
                .map(String::strip)
                .toList();
    }

    private static Properties description(BundleFile gallery) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(gallery.entries().get(DESCRIPTION), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static byte[] bytes(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
