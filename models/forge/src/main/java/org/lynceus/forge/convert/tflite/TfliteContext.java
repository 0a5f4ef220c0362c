package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/**
 * The state of one conversion: the ONNX graph so far and where the values of the TFLite tensors are in it.
 *
 * <p>TFLite stores images channels-last, ONNX computes channels-first. Every four-dimensional value is kept in the
 * layout in which it was computed; a Transpose is added only where an operator asks for the other one. Pairs of
 * Transposes between operators therefore never come into being.
 */
final class TfliteContext {
    private final GraphBuilder onnx;
    private final boolean freeBatch;
    private final Map<Integer, Map<Layout, String>> values = new HashMap<>();
    private final Map<Integer, float[]> constants = new HashMap<>();

    TfliteContext(GraphBuilder onnx, boolean freeBatch) {
        this.onnx = onnx;
        this.freeBatch = freeBatch;
    }

    /** The graph under construction. */
    GraphBuilder onnx() {
        return onnx;
    }

    /** Says which ONNX value a tensor is. */
    void define(TfliteTensor tensor, String value, Layout layout) {
        values.computeIfAbsent(tensor.index(), index -> new HashMap<>()).put(layout, value);
    }

    /** Says that a tensor is constant. */
    void define(TfliteTensor tensor, float[] constant) {
        constants.put(tensor.index(), constant);
    }

    /** Whether a tensor is a constant, stored or computed while converting. */
    boolean isConstant(TfliteTensor tensor) {
        return constants.containsKey(tensor.index()) || tensor.data().isPresent();
    }

    /** The float values of a constant, in the order of the file. */
    float[] constant(TfliteTensor tensor) throws ForgeException {
        float[] constant = constants.get(tensor.index());
        return constant != null ? constant : tensor.floats();
    }

    /** A layout in which the value of a tensor is available at no cost; channels-first when both are. */
    Layout layout(TfliteTensor tensor) throws ForgeException {
        return available(tensor).containsKey(Layout.NCHW) ? Layout.NCHW : Layout.NHWC;
    }

    /** The name of a tensor's value in a layout; transposes it when it is only there in the other one. */
    String value(TfliteTensor tensor, Layout layout) throws ForgeException {
        Map<Layout, String> available = available(tensor);
        String present = available.get(layout);
        if (present != null) {
            return present;
        }
        if (tensor.shape().size() != 4) {
            throw new ForgeException(tensor + " is no image: it has no channels to move");
        }
        boolean toFirst = layout == Layout.NCHW;
        String from = available.get(toFirst ? Layout.NHWC : Layout.NCHW);
        long[] permutation = toFirst ? new long[] {0, 3, 1, 2} : new long[] {0, 2, 3, 1};
        String transposed = onnx.node(
                "Transpose",
                tensor.name() + (toFirst ? "/nchw" : "/nhwc"),
                List.of(from),
                Attributes.integers("perm", permutation));
        available.put(layout, transposed);
        return transposed;
    }

    /** The shape of a tensor in the file's own order, with -1 for a free batch dimension. */
    List<Long> shape(TfliteTensor tensor) {
        List<Long> shape =
                new ArrayList<>(tensor.shape().stream().map(Integer::longValue).toList());
        if (freeBatch && !shape.isEmpty()) {
            shape.set(0, -1L);
        }
        return shape;
    }

    /** Whether the first dimension of every value is a free batch dimension. */
    boolean freeBatch() {
        return freeBatch;
    }

    private Map<Layout, String> available(TfliteTensor tensor) throws ForgeException {
        Map<Layout, String> available = values.get(tensor.index());
        if (available == null) {
            throw new ForgeException(tensor + " is used before it is computed");
        }
        return available;
    }
}
