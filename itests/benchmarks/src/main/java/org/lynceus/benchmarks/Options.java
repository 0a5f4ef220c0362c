package org.lynceus.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param parts which measurements, in order
 * @param values of the options
 */
record Options(List<String> parts, Map<String, String> values) {
    /** The measurements there are. */
    static final List<String> PARTS = List.of("start", "latency", "attributes", "celebrities", "swap", "models");

    /** The help text. */
    static final String USAGE = """
            usage: [start] [latency] [attributes] [celebrities] [swap] [models] [--option=value ...]   (without a name: start latency)

              start      time from the start to ready, and resident memory when idle
              latency    DetectFaces at 1, 2 and 8 clients, beside decoding and sessions of the same requests
              attributes DetectFaces without and with all attributes, of one face and of a group, beside its floor
              celebrities RecognizeCelebrities beside DetectFaces; large galleries; how soon a dropped gallery answers
              swap       load by four clients while model bundles are replaced
              models     one call of every graph: megabytes, milliseconds at one thread, ratios of other settings

              --endpoint=URL   measure this server instead of starting one (latency, attributes, celebrities without
                               galleries of its own; it needs server.timing = true)
              --picture=FILE   JPEG or PNG to send instead of the usual ones
              --seconds=N      duration of each run of latency, attributes or celebrities (15), or of the load (60)
              --warmup=N       seconds of calls before the first run, with attributes and celebrities before each picture (10)
              --swaps=N        replacements under load (20)
              --bundles=DIR    folder with model bundles (models)
              --only=TEXT      only models whose id contains this
            """;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException when it makes no sense
     */
    static Options parse(String... words) {
        List<String> parts = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (String word : words) {
            if (word.startsWith("--") && word.contains("=")) {
                String[] pair = word.substring(2).split("=", 2);
                values.put(pair[0], pair[1]);
            } else if (PARTS.contains(word)) {
                parts.add(word);
            } else {
                throw new IllegalArgumentException("unknown: " + word);
            }
        }
        return new Options(parts.isEmpty() ? Arrays.asList("start", "latency") : parts, values);
    }

    Optional<URI> endpoint() {
        return Optional.ofNullable(values.get("endpoint")).map(URI::create);
    }

    Optional<String> picture() {
        return Optional.ofNullable(values.get("picture"));
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }
}
