package org.lynceus.gallerybuilder.output;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.lynceus.gallerybuilder.people.Person;

/** The files of a gallery: who is in it, the vectors, and what it says of itself. */
final class GalleryFiles {
    /** Folder of all of them. */
    static final String FOLDER = "gallery/";

    /** What a gallery says of itself. */
    static final String PROPERTIES = FOLDER + "gallery.properties";

    private static final String FORMAT = "1";
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader("id", "name", "gender", "urls")
            .get();

    private GalleryFiles() {}

    /** Makes them, by their paths in order. */
    static SortedMap<String, Content> of(Gallery gallery) throws IOException {
        SortedMap<String, Content> files = new TreeMap<>();
        SortedMap<String, String> properties = new TreeMap<>();
        Content people = Content.of(people(gallery.people()));
        files.put(FOLDER + "people.csv", people);
        properties.put("format", FORMAT);
        properties.put("id", gallery.head().id());
        properties.put("title", gallery.head().title());
        properties.put("version", gallery.head().version());
        gallery.head().licence().ifPresent(text -> properties.put("licence", text));
        gallery.head().source().ifPresent(text -> properties.put("source", text));
        properties.put("people", String.valueOf(gallery.people().size()));
        properties.put("people.sha256", people.sha256());
        properties.put("encoders", String.join(",", gallery.vectors().keySet()));
        for (Map.Entry<String, List<float[]>> encoder : gallery.vectors().entrySet()) {
            Content vectors = Content.of(encoder.getValue());
            files.put(FOLDER + "vectors/" + encoder.getKey() + ".f32", vectors);
            properties.put(
                    encoder.getKey() + ".dimension",
                    String.valueOf(encoder.getValue().get(0).length));
            properties.put(encoder.getKey() + ".sha256", vectors.sha256());
        }
        StringBuilder text = new StringBuilder();
        properties.forEach((key, value) ->
                text.append(key).append(" = ").append(escaped(value)).append('\n'));
        files.put(PROPERTIES, Content.of(text.toString().getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static byte[] people(List<Person> people) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
            for (Person person : people) {
                printer.printRecord(
                        person.id(), person.name(), person.gender().label(), String.join(" ", person.urls()));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A value on one line as {@link java.util.Properties} reads it. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
