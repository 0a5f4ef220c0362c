package org.lynceus.forge.convert.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/**
 * One layer of a Keras model.
 *
 * @param name its name
 * @param kind its class
 * @param config its configuration as stored
 * @param calls where it gets its operands from, once for each time that it is applied
 * @param weights the weights of the model
 */
record Layer(String name, String kind, JsonNode config, JsonNode calls, WeightManifest weights) {
    /** Reads a stored layer. */
    static Layer of(JsonNode stored, WeightManifest weights) {
        JsonNode config = stored.path("config");
        String name = stored.path("name").asText(config.path("name").asText());
        return new Layer(name, stored.path("class_name").asText(), config, stored.path("inbound_nodes"), weights);
    }

    /** Whether the layer is a model of its own. */
    boolean isModel() {
        return List.of("Functional", "Model", "Sequential").contains(kind);
    }

    /** A word; {@code fallback} when the configuration has none. */
    String text(String key, String fallback) {
        JsonNode value = config.path(key);
        return value.isTextual() ? value.asText() : fallback;
    }

    long integer(String key, long fallback) {
        return config.path(key).asLong(fallback);
    }

    double number(String key, double fallback) {
        return config.path(key).asDouble(fallback);
    }

    boolean flag(String key, boolean fallback) {
        return config.path(key).asBoolean(fallback);
    }

    /** A number for rows and one for columns; a single number stands for both. */
    long[] pair(String key, long fallback) throws ForgeException {
        JsonNode value = config.path(key);
        if (value.isArray() && value.size() == 2 && value.get(0).isNumber()) {
            return new long[] {value.get(0).asLong(), value.get(1).asLong()};
        }
        JsonNode single = value.isArray() && value.size() == 1 ? value.get(0) : value;
        if (single.isNumber() || single.isMissingNode() || single.isNull()) {
            long both = single.asLong(fallback);
            return new long[] {both, both};
        }
        throw new ForgeException("'" + key + "' is neither a number nor a pair: " + value);
    }

    /** Amounts at top, bottom, left and right; a single number or a pair stands for both sides. */
    long[] edges(String key) throws ForgeException {
        JsonNode value = config.path(key);
        if (value.isArray() && value.size() == 2 && value.get(0).isArray()) {
            return new long[] {
                value.get(0).path(0).asLong(),
                value.get(0).path(1).asLong(),
                value.get(1).path(0).asLong(),
                value.get(1).path(1).asLong()
            };
        }
        long[] both = pair(key, 1);
        return new long[] {both[0], both[0], both[1], both[1]};
    }

    /** A list of whole numbers, -1 where one is left open; empty when the configuration has none. */
    List<Long> integers(String key) {
        List<Long> values = new ArrayList<>();
        config.path(key).forEach(value -> values.add(value.asLong(-1)));
        return values;
    }

    DataFormat format() throws ForgeException {
        return DataFormat.of(text("data_format", "channels_last"));
    }

    SlidingWindow.Padding padding() throws ForgeException {
        return SlidingWindow.Padding.of(text("padding", "valid"));
    }

    /** The activation's name: a word, or an object with a class. */
    String activation() {
        return text("activation", config.path("activation").path("class_name").asText("linear"));
    }

    /**
     * A weight of this layer.
     *
     * @param kind its name in the layer, such as {@code kernel}
     * @return its values
     * @throws ForgeException when the weights do not hold it
     */
    Constant weight(String kind) throws ForgeException {
        String full = name + "/" + kind;
        Optional<Constant> exact = weights.find(full);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<String> nested = weights.names().stream()
                .filter(candidate -> candidate.endsWith("/" + full))
                .toList();
        if (nested.size() != 1) {
            throw new ForgeException("the weights hold " + (nested.isEmpty() ? "no tensor" : nested.size() + " tensors")
                    + " '" + full + "'");
        }
        return weights.find(nested.get(0)).orElseThrow();
    }

    /** A weight of this layer that a flag of the configuration turns off. */
    Optional<Constant> weight(String kind, String flag) throws ForgeException {
        return flag(flag, true) ? Optional.of(weight(kind)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "layer " + kind + " '" + name + "'";
    }
}
