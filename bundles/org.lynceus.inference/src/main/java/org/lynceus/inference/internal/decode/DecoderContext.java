package org.lynceus.inference.internal.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;

/**
 * What a decoder is made of: a model's description, read with types, and its files. A key is looked up as
 * {@code graph.<name>.<key>} first and as {@code <key>} then. Exceptions are {@link IllegalArgumentException}s that name
 * the model and the key. Immutable.
 *
 * @param info the model
 * @param graph the graph to decode
 * @param files of the model's bundle
 */
public record DecoderContext(ModelInfo info, GraphInfo graph, ModelFiles files) {
    private static final int MOST_BYTES = 256 << 20;

    /** Checks that nothing is absent. */
    public DecoderContext {
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(files, "files");
    }

    /** A text without blanks at its ends; absent when empty. */
    public Optional<String> text(String key) {
        return info.property(fullKey(key)).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** A text, or another one when absent. */
    public String text(String key, String absent) {
        return text(key).orElse(absent);
    }

    /** Whether a key has a value. */
    public boolean has(String key) {
        return text(key).isPresent();
    }

    /**
     * A number.
     *
     * @param absent the value without the key
     * @param least the smallest allowed
     * @param most the largest allowed
     */
    public double number(String key, double absent, double least, double most) {
        return text(key)
                .map(text -> within(key, parse(key, text, Double::valueOf), least, most))
                .orElse(absent);
    }

    /** A number from 0 to 1. */
    public double ratio(String key, double absent) {
        return number(key, absent, 0, 1);
    }

    /**
     * A whole number.
     *
     * @param absent the value without the key
     * @param least the smallest allowed
     * @param most the largest allowed
     */
    public int integer(String key, int absent, int least, int most) {
        return text(key)
                .map(text -> (int) within(key, parse(key, text, Integer::valueOf), least, most))
                .orElse(absent);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key, boolean absent) {
        return text(key)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(key, "is neither true nor false: " + text);
                })
                .orElse(absent);
    }

    /**
     * One of some constants, written in lower case with hyphens.
     *
     * @param absent the value without the key; its type names the constants
     */
    public <E extends Enum<E>> E choice(String key, E absent) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return absent;
        }
        List<E> constants = List.of(absent.getDeclaringClass().getEnumConstants());
        return constants.stream()
                .filter(constant -> written(constant).equals(text.get()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        key,
                        "is none of "
                                + constants.stream()
                                        .map(DecoderContext::written)
                                        .toList() + ": " + text.get()));
    }

    /** Texts that commas separate; empty when absent. */
    public List<String> list(String key) {
        return text(key)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(element -> !element.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** Numbers that commas separate; empty when absent. */
    public List<Double> numbers(String key) {
        return list(key).stream().map(text -> parse(key, text, Double::valueOf)).toList();
    }

    /** Whole numbers that commas separate; empty when absent. */
    public List<Integer> integers(String key) {
        return list(key).stream()
                .map(text -> parse(key, text, Integer::valueOf))
                .toList();
    }

    /** Names of the classes in the order of the output. */
    public List<String> labels() {
        if (info.labels().isEmpty()) {
            throw wrong("labels", "is missing: the classes have no names");
        }
        return info.labels();
    }

    /**
     * Numbers of a file of the bundle, 32-bit floats, little-endian.
     *
     * @param key that names the file
     * @param columns numbers of a row; the file holds whole rows
     * @return at least one row
     */
    public float[] floats(String key, int columns) {
        String file = text(key).orElseThrow(() -> wrong(key, "is missing: it names a file of floats"));
        byte[] bytes;
        try {
            bytes = files.read(file, MOST_BYTES);
        } catch (IOException e) {
            throw new IllegalArgumentException(message(key, file + ": " + e.getMessage()), e);
        }
        if (bytes.length == 0 || bytes.length % ((long) columns * Float.BYTES) != 0) {
            throw wrong(key, file + ": " + bytes.length + " bytes are not rows of " + columns + " floats");
        }
        float[] floats = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        for (float value : floats) {
            if (!Float.isFinite(value)) {
                throw wrong(key, file + ": holds the value " + value);
            }
        }
        return floats;
    }

    /** An exception that says what is wrong with a key's value; for callers to throw. */
    public IllegalArgumentException wrong(String key, String reason) {
        return new IllegalArgumentException(message(key, reason));
    }

    private String message(String key, String reason) {
        return "model " + info.id() + ": " + fullKey(key) + " " + reason;
    }

    private String fullKey(String key) {
        String own = "graph." + graph.name() + "." + key;
        return info.properties().containsKey(own) ? own : key;
    }

    private double within(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw wrong(key, "is not from " + plain(least) + " to " + plain(most) + ": " + plain(value));
        }
        return value;
    }

    private <N> N parse(String key, String text, Function<String, N> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message(key, "is not a number: " + text), e);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
                ? Integer.toString((int) value)
                : Double.toString(value);
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
