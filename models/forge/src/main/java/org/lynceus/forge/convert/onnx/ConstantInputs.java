package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;

/**
 * Inputs beside the image that get a fixed value: {@code convert.constant.<input> = value[, value…]}.
 *
 * <p>One value fills the whole input. A dimension that the file leaves open has the size of the image's dimension of the
 * same name; the first one is otherwise 1, and one other follows from the number of values.
 */
final class ConstantInputs {
    private static final String OPTION = "constant.";
    private static final long LARGEST = 1 << 26;

    private final GraphRequest request;
    private final Map<String, Long> sizes = new HashMap<>();

    private ConstantInputs(GraphRequest request) {
        this.request = request;
    }

    /**
     * Makes initializers of the inputs that have such an option.
     *
     * @param graph the graph, changed in place
     * @param request holds the options
     * @throws ForgeException when there is no such input, or the values do not fit it
     */
    static void apply(GraphProto.Builder graph, GraphRequest request) throws ForgeException {
        Map<String, String> values = new TreeMap<>();
        request.options().forEach((option, value) -> {
            if (option.startsWith(OPTION)) {
                values.put(option.substring(OPTION.length()), value);
            }
        });
        if (!values.isEmpty()) {
            new ConstantInputs(request).apply(graph, values);
        }
    }

    private void apply(GraphProto.Builder graph, Map<String, String> values) throws ForgeException {
        List<ValueInfoProto> inputs = graph.getInputList();
        List<ValueInfoProto> others = new ArrayList<>();
        for (ValueInfoProto input : inputs) {
            if (!values.containsKey(input.getName())) {
                others.add(input);
                know(input);
            }
        }
        for (Map.Entry<String, String> entry : values.entrySet()) {
            ValueInfoProto input = inputs.stream()
                    .filter(candidate -> candidate.getName().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new ForgeException(request.label() + ": there is no input for convert.constant."
                            + entry.getKey() + ", the inputs are "
                            + inputs.stream().map(ValueInfoProto::getName).toList()));
            graph.addInitializer(constant(input, entry.getValue()));
        }
        graph.clearInput().addAllInput(others);
    }

    /** Remembers the named dimensions of the image. */
    private void know(ValueInfoProto image) {
        List<Dimension> dims = image.getType().getTensorType().getShape().getDimList();
        List<Long> wanted = request.shape().orElse(List.of());
        for (int i = 0; i < Math.min(dims.size(), wanted.size()); i++) {
            if (dims.get(i).hasDimParam() && wanted.get(i) > 0) {
                sizes.put(dims.get(i).getDimParam(), wanted.get(i));
            }
        }
    }

    private TensorProto constant(ValueInfoProto input, String text) throws ForgeException {
        double[] values = numbers(input.getName(), text);
        List<Long> shape = shape(input, values.length);
        long size = shape.stream().reduce(1L, (product, dim) -> Math.min(product * dim, LARGEST + 1));
        if (values.length != 1 && values.length != size || size > LARGEST) {
            throw failure(input.getName(), values.length + " values do not fill the shape " + shape);
        }
        double[] filled = Arrays.copyOf(values, (int) size);
        if (values.length == 1) {
            Arrays.fill(filled, values[0]);
        }
        int type = input.getType().getTensorType().getElemType();
        return TensorProto.newBuilder()
                .setName(input.getName())
                .setDataType(type)
                .addAllDims(shape)
                .setRawData(bytes(input.getName(), type, filled))
                .build();
    }

    private List<Long> shape(ValueInfoProto input, int count) throws ForgeException {
        List<Long> shape = new ArrayList<>();
        for (Dimension dim : input.getType().getTensorType().getShape().getDimList()) {
            long known = dim.hasDimValue() ? dim.getDimValue() : sizes.getOrDefault(dim.getDimParam(), -1L);
            shape.add(known < 0 && shape.isEmpty() ? 1L : known);
        }
        int open = shape.indexOf(-1L);
        if (open >= 0) {
            long others = shape.stream().filter(size -> size > 0).reduce(1L, (a, b) -> a * b);
            shape.set(open, Math.max(1, count / others));
        }
        if (shape.contains(-1L)) {
            throw failure(input.getName(), "the file leaves its shape open: " + shape);
        }
        return shape;
    }

    private ByteString bytes(String name, int type, double[] values) throws ForgeException {
        TensorProto.DataType known = TensorProto.DataType.forNumber(type);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (known) {
                case FLOAT -> bytes.putFloat((float) value);
                case DOUBLE -> bytes.putDouble(value);
                case INT64 -> bytes.putLong((long) value);
                case INT32 -> bytes.putInt((int) value);
                case UINT8, INT8, BOOL -> bytes.put((byte) value);
                default -> throw failure(name, "inputs of the type " + known + " cannot be set");
            }
        }
        return ByteString.copyFrom(bytes.flip());
    }

    private double[] numbers(String name, String text) throws ForgeException {
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new ForgeException(
                    failure(name, "'" + text + "' is not a list of numbers").getMessage(), e);
        }
    }

    private ForgeException failure(String input, String what) {
        return new ForgeException(request.label() + ": convert.constant." + input + ": " + what);
    }
}
