package org.lynceus.inference.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;

/**
 * What {@code model.properties} says.
 *
 * @param info what everybody may know
 * @param graphs at least one
 * @param ranking precedence among the models of a role, higher first
 */
record ModelSpec(ModelInfo info, List<GraphSpec> graphs, int ranking) {
    /** Name of the file, at the bundle's root. */
    static final String FILE = "model.properties";

    private static final int MOST_SIDE = 1 << 13;

    ModelSpec {
        graphs = List.copyOf(graphs);
    }

    /**
     * Reads the properties.
     *
     * @param labels that the file of labels holds
     * @throws IllegalArgumentException when a key is missing or its value makes no sense
     */
    static ModelSpec parse(Map<String, String> properties, List<String> labels) {
        Reader reader = new Reader(properties);
        List<GraphSpec> graphs = reader.list("graphs").stream()
                .map(name -> graph(name, reader.under("graph." + name + ".")))
                .toList();
        ModelInfo info = new ModelInfo(
                reader.required("id"),
                reader.required("version"),
                reader.required("role"),
                graphs.stream().map(GraphSpec::info).toList(),
                labels,
                properties);
        return new ModelSpec(info, graphs, reader.number("ranking", 0));
    }

    private static GraphSpec graph(String name, Reader reader) {
        List<Long> shape = reader.numbers("shape", Long::valueOf);
        GraphInfo info = new GraphInfo(
                name,
                reader.required("file"),
                reader.required("sha256").toLowerCase(Locale.ROOT),
                shape,
                GraphInfo.Layout.valueOf(reader.required("layout")),
                GraphInfo.ColorOrder.valueOf(reader.required("color")),
                reader.numbers("mean", Float::valueOf),
                reader.numbers("scale", Float::valueOf));
        boolean planes = info.layout() == GraphInfo.Layout.NCHW;
        if (shape.get(planes ? 1 : 3) != info.channels()) {
            throw new IllegalArgumentException("graph." + name + ".shape: " + info.layout() + " pictures in "
                    + info.color() + " have " + info.channels() + " channels, not " + shape);
        }
        if (!fits(info.height()) || !fits(info.width())) {
            throw new IllegalArgumentException("graph." + name + ".shape: rows and columns are 1 to " + MOST_SIDE
                    + ", or -1 where they are free, not " + shape);
        }
        return new GraphSpec(info, reader.optional("input"), reader.list("outputs"), reader.number("threads", 0));
    }

    private static boolean fits(int side) {
        return side == -1 || side >= 1 && side <= MOST_SIDE;
    }

    /** Reads values of keys with a common prefix; its exceptions name the key. */
    private record Reader(Map<String, String> properties, String prefix) {
        Reader(Map<String, String> properties) {
            this(properties, "");
        }

        Reader under(String name) {
            return new Reader(properties, name);
        }

        Optional<String> optional(String key) {
            return Optional.ofNullable(properties.get(prefix + key))
                    .map(String::trim)
                    .filter(value -> !value.isEmpty());
        }

        String required(String key) {
            return optional(key).orElseThrow(() -> new IllegalArgumentException(prefix + key + " is missing"));
        }

        List<String> list(String key) {
            return optional(key)
                    .map(value -> Arrays.stream(value.split(","))
                            .map(String::trim)
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.toCollection(ArrayList::new)))
                    .orElseGet(ArrayList::new);
        }

        <N> List<N> numbers(String key, Function<String, N> parser) {
            required(key);
            return list(key).stream().map(value -> parse(key, value, parser)).toList();
        }

        int number(String key, int absent) {
            return optional(key)
                    .map(value -> parse(key, value, Integer::valueOf))
                    .orElse(absent);
        }

        private <N> N parse(String key, String value, Function<String, N> parser) {
            try {
                return parser.apply(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(prefix + key + " is not a number: " + value, e);
            }
        }
    }
}
