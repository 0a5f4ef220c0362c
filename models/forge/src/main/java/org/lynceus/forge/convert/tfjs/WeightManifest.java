package org.lynceus.forge.convert.tfjs;

import ai.onnxruntime.platform.Fp16Conversions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lynceus.forge.ForgeException;

/**
 * The weights of a TensorFlow.js model: one list of bytes, cut into files, in which the tensors follow each other.
 *
 * <p>Quantised floats are restored as TensorFlow.js does: {@code float16} as it is, {@code uint8} and {@code uint16} as
 * q * scale + min, computed in double and stored in single precision.
 */
final class WeightManifest {
    private final Map<String, Entry> entries;
    private final byte[] bytes;

    /** Where a tensor is: its description and the index of its first byte. */
    private record Entry(JsonNode description, List<Long> dims, int offset) {
        int size() {
            return (int) product(dims);
        }
    }

    private WeightManifest(Map<String, Entry> entries, byte[] bytes) {
        this.entries = entries;
        this.bytes = bytes;
    }

    /** The paths of the weight files, in order. */
    static List<String> paths(JsonNode model) {
        List<String> paths = new ArrayList<>();
        for (JsonNode group : model.path("weightsManifest")) {
            group.path("paths").forEach(path -> paths.add(path.asText()));
        }
        return paths;
    }

    /**
     * Reads the manifest and checks that the files hold what it lists.
     *
     * @param label the beginning of messages
     * @param model the description of the model
     * @param parts the weight files by name, in order
     * @return the weights
     * @throws ForgeException when files are missing, too short or too long
     */
    static WeightManifest read(String label, ModelText model, Map<String, byte[]> parts) throws ForgeException {
        List<String> paths = paths(model.json());
        if (paths.size() != parts.size()) {
            throw new ForgeException(label + ": the model lists " + paths.size() + " weight files " + paths
                    + ", there are " + parts.size() + " " + parts.keySet());
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            joined.writeBytes(model.weights(label, part.getKey(), part.getValue()));
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        long offset = 0;
        for (JsonNode group : model.json().path("weightsManifest")) {
            for (JsonNode weight : group.path("weights")) {
                String name = weight.path("name").asText();
                Entry entry = new Entry(weight, dims(label, name, weight), Math.toIntExact(offset));
                entries.put(name, entry);
                offset += (long) entry.size() * width(label, name, weight);
                if (offset > joined.size()) {
                    throw new ForgeException(label + ": the weight files end within tensor '" + name + "': "
                            + joined.size() + " bytes of at least " + offset);
                }
            }
        }
        if (offset != joined.size()) {
            throw new ForgeException(
                    label + ": the weight files have " + joined.size() + " bytes, the listed tensors " + offset);
        }
        return new WeightManifest(entries, joined.toByteArray());
    }

    /** The names of all tensors. */
    Set<String> names() {
        return entries.keySet();
    }

    /**
     * Reads a tensor.
     *
     * @param name its name
     * @return its values; empty when the manifest does not list it
     * @throws ForgeException when it holds no numbers
     */
    Optional<Constant> find(String name) throws ForgeException {
        Entry entry = entries.get(name);
        return entry == null ? Optional.empty() : Optional.of(read(name, entry));
    }

    private Constant read(String name, Entry entry) throws ForgeException {
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(entry.offset());
        String stored = storedType(entry.description());
        double scale = entry.description().path("quantization").path("scale").asDouble(1);
        double min = entry.description().path("quantization").path("min").asDouble(0);
        ElementType type = ElementType.of(entry.description().path("dtype").asText());
        int size = entry.size();
        if (type == ElementType.FLOAT) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) (stored(name, stored, buffer) * scale + min);
            }
            return Constant.of(entry.dims(), values);
        }
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = Math.round(stored(name, stored, buffer) * scale + min);
        }
        return new Constant(entry.dims(), type, new float[0], values);
    }

    private static double stored(String name, String type, ByteBuffer buffer) throws ForgeException {
        return switch (type) {
            case "float32" -> buffer.getFloat();
            case "float16" -> Fp16Conversions.fp16ToFloat(buffer.getShort());
            case "int32" -> buffer.getInt();
            case "uint16" -> Short.toUnsignedInt(buffer.getShort());
            case "uint8", "bool" -> Byte.toUnsignedInt(buffer.get());
            default ->
                throw new ForgeException("tensor '" + name + "' is stored as " + type + ", which has no conversion");
        };
    }

    private static int width(String label, String name, JsonNode weight) throws ForgeException {
        String type = storedType(weight);
        return switch (type) {
            case "float32", "int32" -> 4;
            case "float16", "uint16" -> 2;
            case "uint8", "bool" -> 1;
            default ->
                throw new ForgeException(
                        label + ": tensor '" + name + "' is stored as '" + type + "', which has no conversion");
        };
    }

    private static String storedType(JsonNode weight) {
        return weight.path("quantization")
                .path("dtype")
                .asText(weight.path("dtype").asText());
    }

    private static List<Long> dims(String label, String name, JsonNode weight) throws ForgeException {
        List<Long> dims = new ArrayList<>();
        for (JsonNode size : weight.path("shape")) {
            dims.add(size.asLong(-1));
        }
        if (dims.stream().anyMatch(size -> size < 0 || size > Integer.MAX_VALUE) || product(dims) > Integer.MAX_VALUE) {
            throw new ForgeException(label + ": tensor '" + name + "' cannot have the dimensions " + dims);
        }
        return dims;
    }

    /** The number of values; beyond the largest integer for anything that is too large. */
    private static long product(List<Long> dims) {
        return dims.stream().reduce(1L, (a, b) -> Math.min(a * b, 1L + Integer.MAX_VALUE));
    }
}
