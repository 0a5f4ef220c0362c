package org.lynceus.packer.family;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A key of a description that nobody stated: what is assumed, and why.
 *
 * @param key in {@code model.properties}; {@code graph.*.} stands for each graph
 * @param value what is assumed
 * @param why in a few words
 */
public record Setting(String key, String value, String why) {
    /** The beginning of keys that each graph has for itself. */
    public static final String GRAPH = "graph.*.";

    /** Checks that nothing is absent. */
    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(why, "why");
    }

    /**
     * Numbers as a description holds them.
     *
     * @param numbers one, or one for each channel
     * @return them, with commas, in single precision
     */
    public static String numbers(double... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> number == Math.rint(number) && Math.abs(number) < 1e6
                        ? Long.toString((long) number)
                        : Float.toString((float) number))
                .collect(Collectors.joining(","));
    }
}
