package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.TensorType;

/**
 * The state of one conversion: the ONNX graph so far and where the values of the TFLite tensors are in it.
 *
 * <p>TFLite stores images channels-last, ONNX computes channels-first. Every four-dimensional value is kept in the
 * layout in which it was computed; a Transpose is added only where an operator asks for the other one. Pairs of
 * Transposes between operators therefore never come into being. Constants enter the graph when they are asked for.
 */
final class TfliteContext {
    private final GraphBuilder onnx;
    private final boolean freeBatch;
    private final boolean keepIntegers;
    private final Map<Integer, Map<Layout, String>> values = new HashMap<>();
    private final Map<Integer, TfliteTensor> constants = new HashMap<>();
    private final Set<Integer> settled = new HashSet<>();

    /**
     * An empty graph.
     *
     * @param onnx the graph under construction
     * @param freeBatch whether the first dimension of the input is free
     * @param keepIntegers whether quantised values stay integers, see {@link KeptIntegers}
     */
    TfliteContext(GraphBuilder onnx, boolean freeBatch, boolean keepIntegers) {
        this.onnx = onnx;
        this.freeBatch = freeBatch;
        this.keepIntegers = keepIntegers;
    }

    /** The graph under construction. */
    GraphBuilder onnx() {
        return onnx;
    }

    /** Says which ONNX value a tensor is; it is rounded as the file does where integers are kept. */
    void define(TfliteTensor tensor, String value, Layout layout) {
        defineExact(tensor, keepsIntegers(tensor) ? KeptIntegers.rounded(onnx, value, tensor) : value, layout);
    }

    /** Whether the computed values of a tensor are rounded to those that the file can store. */
    boolean keepsIntegers(TfliteTensor tensor) {
        return keepIntegers && KeptIntegers.areValues(tensor);
    }

    /** Whether a constant goes into the graph as the integers that the file stores. */
    boolean keepsBytes(TfliteTensor tensor) {
        return keepIntegers && KeptIntegers.areBytes(resolve(tensor));
    }

    /** Adds the bias of an operator. */
    String bias(TfliteTensor tensor) throws ForgeException {
        TfliteTensor stored = resolve(tensor);
        boolean kept = keepIntegers
                && stored.type() == TensorType.INT32
                && stored.quantisation().isPresent();
        return kept ? KeptIntegers.bias(onnx, stored) : onnx.constant(tensor.name(), stored.floats(), stored.size());
    }

    /** The numbers of a constant as the file stores them, exact up to 24 bits. */
    float[] stored(TfliteTensor tensor) throws ForgeException {
        long[] wholes = resolve(tensor).wholes();
        float[] values = new float[wholes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = wholes[i];
        }
        return values;
    }

    /** Says which ONNX value a tensor is, without rounding it. */
    void defineExact(TfliteTensor tensor, String value, Layout layout) {
        values.computeIfAbsent(tensor.index(), index -> new EnumMap<>(Layout.class))
                .put(layout, value);
    }

    /** Says that a tensor is a constant, known by another one. */
    void define(TfliteTensor tensor, TfliteTensor constant) {
        constants.put(tensor.index(), constant);
    }

    /** Says that a tensor has the value of another one, constant or computed. */
    void same(TfliteTensor tensor, TfliteTensor other) throws ForgeException {
        if (isConstant(other)) {
            define(tensor, resolve(other));
        } else {
            values.put(tensor.index(), available(other));
        }
    }

    /** Says that a tensor depends on constants only, so that its first dimension is no batch. */
    void settle(TfliteTensor tensor) {
        settled.add(tensor.index());
    }

    /** Whether a tensor depends on constants only. */
    boolean isSettled(TfliteTensor tensor) {
        return settled.contains(tensor.index()) || isConstant(tensor);
    }

    /** Whether a tensor is a constant, stored or computed while converting. */
    boolean isConstant(TfliteTensor tensor) {
        return constants.containsKey(tensor.index()) || tensor.data().isPresent();
    }

    /** The real values of a constant, in the order of the file. */
    float[] constant(TfliteTensor tensor) throws ForgeException {
        return resolve(tensor).floats();
    }

    /** The whole numbers of a constant. */
    int[] integers(TfliteTensor tensor) throws ForgeException {
        return resolve(tensor).integers();
    }

    /** A layout in which the values of tensors are available at no cost; channels-first when one of them is there. */
    Layout layout(TfliteTensor... tensors) throws ForgeException {
        for (TfliteTensor tensor : tensors) {
            if (!isConstant(tensor) && available(tensor).containsKey(Layout.NCHW)) {
                return Layout.NCHW;
            }
        }
        return Layout.NHWC;
    }

    /** The name of a tensor's value in a layout; transposes it when it is only there in the other one. */
    String value(TfliteTensor tensor, Layout layout) throws ForgeException {
        Map<Layout, String> available = isConstant(tensor)
                ? values.computeIfAbsent(tensor.index(), index -> new EnumMap<>(Layout.class))
                : available(tensor);
        String present = available.get(layout);
        if (present != null) {
            return present;
        }
        if (layout == Layout.NCHW && tensor.rank() != 4) {
            throw new ForgeException(tensor + " is no image: it has no channels to move");
        }
        String value = isConstant(tensor)
                ? Constants.add(onnx, tensor.name(), resolve(tensor), layout)
                : transposed(tensor, available.values().iterator().next(), layout);
        available.put(layout, value);
        return value;
    }

    /** The value of a tensor in the order of the file. */
    String value(TfliteTensor tensor) throws ForgeException {
        return value(tensor, Layout.NHWC);
    }

    /** The shape of a tensor in the file's own order, with -1 for a free batch dimension. */
    List<Long> shape(TfliteTensor tensor) {
        List<Long> shape =
                new ArrayList<>(tensor.shape().stream().map(Integer::longValue).toList());
        if (isBatch(tensor) && !shape.isEmpty()) {
            shape.set(0, -1L);
        }
        return shape;
    }

    /** Whether the first dimension of a tensor is a free batch dimension. */
    boolean isBatch(TfliteTensor tensor) {
        return freeBatch && !isSettled(tensor);
    }

    /**
     * Refuses an operator that mixes the inputs of a batch.
     *
     * @param tensor an input of the operator
     * @param kept whether the first dimension of the result is that of the input
     */
    void requireBatch(TfliteTensor tensor, boolean kept) throws ForgeException {
        if (isBatch(tensor) && !kept) {
            throw new ForgeException(
                    "the batch of " + tensor + " is lost: the graph cannot have a free batch dimension");
        }
    }

    /**
     * Refuses an operator that needs operands of the same first dimension, where one is a batch and another is not.
     *
     * @param tensors the operands
     */
    void requireSameBatch(List<TfliteTensor> tensors) throws ForgeException {
        if (tensors.stream().anyMatch(this::isBatch)) {
            for (TfliteTensor tensor : tensors) {
                if (!isBatch(tensor)) {
                    throw new ForgeException(tensor + " is constant and cannot follow a free batch dimension");
                }
            }
        }
    }

    private String transposed(TfliteTensor tensor, String from, Layout layout) {
        boolean toFirst = layout == Layout.NCHW;
        long[] permutation = toFirst ? new long[] {0, 3, 1, 2} : new long[] {0, 2, 3, 1};
        return onnx.node(
                "Transpose",
                tensor.name() + (toFirst ? "/nchw" : "/nhwc"),
                List.of(from),
                Attributes.integers("perm", permutation));
    }

    private TfliteTensor resolve(TfliteTensor tensor) {
        return constants.getOrDefault(tensor.index(), tensor);
    }

    private Map<Layout, String> available(TfliteTensor tensor) throws ForgeException {
        Map<Layout, String> available = values.get(tensor.index());
        if (available == null) {
            throw new ForgeException(tensor + " is used before it is computed");
        }
        return available;
    }
}
