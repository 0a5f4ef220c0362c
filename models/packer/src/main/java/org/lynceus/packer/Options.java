package org.lynceus.packer;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lynceus.packer.family.Setting;

/** The options of {@code pack} that stand for keys of a description. */
final class Options {
    /** Keys by the names of their options. */
    static final Map<String, String> KEYS = Stream.of(
                    entry("--id", "id"),
                    entry("--version", "version"),
                    entry("--name", "name"),
                    entry("--decoder", "decoder"),
                    entry("--licence", "licence.weights"),
                    entry("--upstream", "upstream"),
                    entry("--size", Recognition.SIZE),
                    entry("--layout", Setting.GRAPH + "layout"),
                    entry("--color", Setting.GRAPH + "color"),
                    entry("--mean", Setting.GRAPH + "mean"),
                    entry("--scale", Setting.GRAPH + "scale"),
                    entry("--fit", Setting.GRAPH + "fit"),
                    entry("--pad", Setting.GRAPH + "pad"),
                    entry("--activation", "activation"),
                    entry("--threshold", "threshold"),
                    entry("--logit-scale", "logit.scale"),
                    entry("--logit-bias", "logit.bias"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Options() {}

    /** How the command line states a key. */
    static String stating(String key, String value) {
        return KEYS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .findFirst()
                .map(entry -> entry.getKey() + " " + quoted(value))
                .orElseGet(() -> "--set " + quoted(key + "=" + value));
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return word.matches("[\\w.,:/=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Map.Entry<String, String> entry(String option, String key) {
        return Map.entry(option, key);
    }
}
