package org.lynceus.forge.convert.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.lynceus.forge.ForgeException;

/**
 * One node of a graph model.
 *
 * @param name its name
 * @param operator the TensorFlow operator
 * @param inputs what it reads, without control inputs
 * @param attributes its attributes as stored
 */
record GraphNode(String name, String operator, List<Reference> inputs, JsonNode attributes) {
    /** The operator that stands for an input of the graph. */
    static final String INPUT = "Placeholder";

    GraphNode {
        inputs = List.copyOf(inputs);
    }

    /**
     * An output of a node.
     *
     * @param node the node's name
     * @param output which of its outputs
     */
    record Reference(String node, int output) {
        /** Reads {@code name} or {@code name:output}. */
        static Reference of(String text) throws ForgeException {
            int colon = text.lastIndexOf(':');
            try {
                return colon < 0
                        ? new Reference(text, 0)
                        : new Reference(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new ForgeException("'" + text + "' names no output of a node", e);
            }
        }

        @Override
        public String toString() {
            return output == 0 ? node : node + ":" + output;
        }
    }

    /** Reads a stored node. */
    static GraphNode of(JsonNode stored) throws ForgeException {
        List<Reference> inputs = new ArrayList<>();
        for (JsonNode input : stored.path("input")) {
            if (!input.asText().startsWith("^")) {
                inputs.add(Reference.of(input.asText()));
            }
        }
        return new GraphNode(stored.path("name").asText(), stored.path("op").asText(), inputs, stored.path("attr"));
    }

    boolean has(String attribute) {
        return attributes.has(attribute);
    }

    /** A word; {@code fallback} when the attribute is absent. */
    String text(String attribute, String fallback) throws ForgeException {
        JsonNode stored = attributes.path(attribute).path("s");
        return stored.isMissingNode() ? fallback : decode(stored);
    }

    /** A list of words. */
    List<String> texts(String attribute) throws ForgeException {
        List<String> texts = new ArrayList<>();
        for (JsonNode stored : attributes.path(attribute).path("list").path("s")) {
            texts.add(decode(stored));
        }
        return texts;
    }

    /** A whole number; {@code fallback} when the attribute is absent. */
    long integer(String attribute, long fallback) {
        return attributes.path(attribute).path("i").asLong(fallback);
    }

    /** A list of whole numbers; empty when the attribute is absent. */
    long[] integers(String attribute) {
        JsonNode list = attributes.path(attribute).path("list").path("i");
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asLong();
        }
        return values;
    }

    double number(String attribute, double fallback) {
        return attributes.path(attribute).path("f").asDouble(fallback);
    }

    boolean flag(String attribute) {
        return attributes.path(attribute).path("b").asBoolean(false);
    }

    /** A type; that of a missing attribute is float. */
    ElementType type(String attribute) throws ForgeException {
        return ElementType.of(attributes.path(attribute).path("type").asText("DT_FLOAT"));
    }

    DataFormat format() throws ForgeException {
        return DataFormat.of(text("data_format", "NHWC"));
    }

    /** Words are stored as base64, by old converters as a list of bytes. */
    private static String decode(JsonNode stored) throws ForgeException {
        if (stored.isArray()) {
            byte[] bytes = new byte[stored.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) stored.get(i).asInt();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            return new String(Base64.getDecoder().decode(stored.asText()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ForgeException("the attribute value '" + stored.asText() + "' is not base64", e);
        }
    }

    @Override
    public String toString() {
        return "operator " + operator + " '" + name + "'";
    }
}
