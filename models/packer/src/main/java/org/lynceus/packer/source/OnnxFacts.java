package org.lynceus.packer.source;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.bundle.Labels;

/** What exporters note in ONNX files: names of classes, characters, their own name. */
final class OnnxFacts {
    /** A dictionary of Python: {0: 'person', 1: "driver's seat"}. */
    private static final Pattern ENTRY =
            Pattern.compile("(\\d{1,6})\\s*:\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")");

    private OnnxFacts() {}

    /**
     * Reads the notes.
     *
     * @param label the beginning of messages
     * @param metadata the notes by key
     * @return the facts
     * @throws ForgeException when a list of characters cannot be read
     */
    static SourceFacts read(String label, Map<String, String> metadata) throws ForgeException {
        Map<String, Labels> labels = new TreeMap<>();
        names(metadata.getOrDefault("names", ""))
                .ifPresent(list -> labels.put("'names' in the metadata of the file", list));
        String characters = metadata.getOrDefault("character", "");
        if (!characters.isEmpty()) {
            labels.put(
                    "'character' in the metadata of the file",
                    Labels.parse(label, characters.getBytes(StandardCharsets.UTF_8)));
        }
        String hint = metadata.getOrDefault("description", "") + " " + metadata.getOrDefault("author", "");
        return new SourceFacts(Map.of(), "", true, labels, hint);
    }

    /** Names by number, as Ultralytics writes them; empty when a number is missing. */
    private static Optional<Labels> names(String dictionary) {
        Map<Integer, String> names = new TreeMap<>();
        Matcher matcher = ENTRY.matcher(dictionary);
        while (matcher.find()) {
            String name = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            names.put(Integer.valueOf(matcher.group(1)), name.replaceAll("\\\\(.)", "$1"));
        }
        boolean complete = !names.isEmpty() && names.containsKey(0) && names.containsKey(names.size() - 1);
        return complete ? Optional.of(new Labels(names.values().stream().toList())) : Optional.empty();
    }
}
