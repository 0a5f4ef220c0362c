package org.lynceus.forge.convert.tfjs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;

/** Writes small TensorFlow.js models, converts and runs them. */
final class TfjsWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode model = JSON.createObjectNode();
    private final ArrayNode nodes = JSON.createArrayNode();
    private final ArrayNode weights = JSON.createArrayNode();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, String> options = new LinkedHashMap<>();

    /** Values that look random, the same for the same seed. */
    static float[] random(long seed, int count) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * 2);
        }
        return values;
    }

    /** Text with single quotes in place of double ones. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Adds an input of floats. */
    TfjsWriter input(String name, long... dims) throws Exception {
        return input(name, "DT_FLOAT", dims);
    }

    TfjsWriter input(String name, String type, long... dims) throws Exception {
        String sizes = String.join(
                ",",
                Arrays.stream(dims).mapToObj(dim -> "{'size':'" + dim + "'}").toList());
        return node(name, "Placeholder", "'dtype':{'type':'" + type + "'},'shape':{'shape':{'dim':[" + sizes + "]}}");
    }

    /** Adds a node; attributes are members of a JSON object, with single quotes. */
    TfjsWriter node(String name, String operator, String attributes, String... inputs) throws Exception {
        ObjectNode node = nodes.addObject().put("name", name).put("op", operator);
        for (String input : inputs) {
            node.withArray("input").add(input);
        }
        node.set("attr", JSON.readTree(json("{" + attributes + "}")));
        return this;
    }

    /** An attribute that is a word. */
    static String word(String name, String value) {
        return "'" + name + "':{'s':'" + base64(value) + "'}";
    }

    /** An attribute that is a list of words. */
    static String words(String name, String... values) {
        return "'" + name + "':{'list':{'s':["
                + String.join(
                        ",",
                        Arrays.stream(values)
                                .map(value -> "'" + base64(value) + "'")
                                .toList())
                + "]}}";
    }

    /** An attribute that is a list of numbers, stored as text. */
    static String list(String name, long... values) {
        return "'" + name + "':{'list':{'i':["
                + String.join(
                        ",",
                        Arrays.stream(values)
                                .mapToObj(value -> "'" + value + "'")
                                .toList())
                + "]}}";
    }

    /** An attribute that is a number, stored as text. */
    static String number(String name, long value) {
        return "'" + name + "':{'i':'" + value + "'}";
    }

    /** The attributes of a convolution over rows and columns. */
    static String convolution(String padding, long stride, long dilation) {
        return word("padding", padding) + "," + list("strides", 1, stride, stride, 1) + ","
                + list("dilations", 1, dilation, dilation, 1) + "," + word("data_format", "NHWC");
    }

    /** Adds a constant of floats to graph and weights. */
    TfjsWriter floats(String name, float[] values, long... dims) throws Exception {
        weight(name, values, dims);
        return node(name, "Const", "'dtype':{'type':'DT_FLOAT'}");
    }

    /** Adds a constant of integers; without dimensions, a single one. */
    TfjsWriter integers(String name, int[] values, long... dims) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        weight(name, "int32", "", buffer.array(), dims);
        return node(name, "Const", "'dtype':{'type':'DT_INT32'}");
    }

    /** Adds a list of integers. */
    TfjsWriter list(String name, int... values) throws Exception {
        return integers(name, values, values.length);
    }

    /** Adds weights without a node. */
    TfjsWriter weight(String name, float[] values, long... dims) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return weight(name, "float32", "", buffer.array(), dims);
    }

    /** Adds weights as they are stored; the quantization is a list of members of a JSON object. */
    TfjsWriter weight(String name, String type, String quantization, byte[] stored, long... dims) throws Exception {
        ObjectNode weight = weights.addObject().put("name", name).put("dtype", type);
        ArrayNode shape = weight.putArray("shape");
        Arrays.stream(dims).forEach(shape::add);
        if (!quantization.isEmpty()) {
            weight.set("quantization", JSON.readTree(json("{" + quantization + "}")));
        }
        bytes.writeBytes(stored);
        return this;
    }

    /** Declares the outputs. */
    TfjsWriter outputs(String... names) {
        ObjectNode outputs = model.putObject("signature").putObject("outputs");
        for (String name : names) {
            outputs.putObject(name).put("name", name.contains(":") ? name : name + ":0");
        }
        return this;
    }

    /** Makes this a Keras model. */
    TfjsWriter layers(String topology) throws Exception {
        model.putObject("modelTopology").set("model_config", JSON.readTree(json(topology)));
        return this;
    }

    /** Sets an option of the conversion. */
    TfjsWriter option(String key, String value) {
        options.put(key, value);
        return this;
    }

    byte[] weightBytes() {
        return bytes.toByteArray();
    }

    /** The description of the model, with one weight file of each name. */
    byte[] description(String... paths) throws Exception {
        if (!model.has("modelTopology")) {
            model.putObject("modelTopology").set("node", nodes);
        }
        ObjectNode group = model.putArray("weightsManifest").addObject();
        group.set("weights", weights);
        Arrays.stream(paths).forEach(group.putArray("paths")::add);
        return JSON.writeValueAsBytes(model);
    }

    Converted convert(Layout layout, long... shape) throws Exception {
        return convert(new Weights(description("weights.bin"), Map.of("weights.bin", weightBytes())), layout, shape);
    }

    Converted convert(Weights files, Layout layout, long... shape) throws ForgeException {
        List<Long> wanted = Arrays.stream(shape).boxed().toList();
        return new TfjsConverter()
                .convert(
                        files,
                        new GraphRequest(
                                "test",
                                "main",
                                wanted.isEmpty() ? Optional.empty() : Optional.of(wanted),
                                layout,
                                options));
    }

    /** Converts for channels-last input and runs. */
    Map<String, float[]> run(float[] input, long... shape) throws Exception {
        return run(convert(Layout.NHWC, shape), input, shape);
    }

    /** Runs a converted graph. */
    static Map<String, float[]> run(Converted converted, float[] input, long... shape) throws Exception {
        try (GraphRunner runner = new GraphRunner("test", converted.graph().toByteArray(), 1)) {
            return runner.run(input, Arrays.stream(shape).boxed().toList());
        }
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}
