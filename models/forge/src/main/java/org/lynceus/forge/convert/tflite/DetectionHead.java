package org.lynceus.forge.convert.tflite;

import com.google.flatbuffers.ArrayReadWriteBuf;
import com.google.flatbuffers.FlexBuffers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.GraphBuilder;

/**
 * The custom operator {@code TFLite_Detection_PostProcess}, which decodes and selects boxes: it is cut off.
 *
 * <p>What goes into it comes out of the graph instead: {@code raw_boxes} [1, N, 4] (dy, dx, dh, dw, divided by the
 * scales of the operator, so that a decoder needs none) and {@code class_scores} [1, N, classes] without a background
 * class in front. The table of anchors [N, 4] (centre y, centre x, height, width as ratios) becomes a file.
 */
final class DetectionHead {
    /** The name of the operator. */
    static final String OPERATOR = "TFLite_Detection_PostProcess";
    /** The name of the output with the boxes relative to their anchors. */
    static final String BOXES = "raw_boxes";
    /** The name of the output with the scores. */
    static final String SCORES = "class_scores";
    /** The name of the file with the anchors. */
    static final String ANCHORS = "anchors.f32";

    private static final int COORDINATES = 4;

    private DetectionHead() {}

    /** Defines the tensors that take the place of the operator's first two outputs. */
    static Map<String, TfliteTensor> cut(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor boxes = operator.input(0);
        TfliteTensor scores = operator.input(1);
        TfliteTensor anchors = operator.input(2);
        if (anchors.rank() != 2 || anchors.dim(1) != COORDINATES || boxes.dim(1) != anchors.dim(0)) {
            throw new ForgeException(anchors + " holds no anchors for " + boxes);
        }
        Map<String, Double> options = options(operator);
        context.define(boxes, scaled(boxes, context, options), Layout.NHWC);
        int classes =
                options.getOrDefault("num_classes", (double) scores.dim(-1)).intValue();
        return Map.of(BOXES, boxes, SCORES, withoutBackground(scores, context, scores.dim(-1) - classes));
    }

    /** The table of anchors as little-endian single-precision numbers. */
    static byte[] anchors(TfliteOperator operator, TfliteContext context) throws ForgeException {
        float[] values = context.constant(operator.input(2));
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** The numbers among the operator's own options; a file may have none. */
    private static Map<String, Double> options(TfliteOperator operator) {
        byte[] stored = new byte
                [TfliteGraph.count(operator.flatbuffer(), operator.flatbuffer().customOptionsLength())];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = (byte) operator.flatbuffer().customOptions(i);
        }
        Map<String, Double> numbers = new HashMap<>();
        if (stored.length > 0) {
            FlexBuffers.Map options = FlexBuffers.getRoot(new ArrayReadWriteBuf(stored, stored.length))
                    .asMap();
            for (int i = 0; i < options.size(); i++) {
                if (options.values().get(i).isNumeric()) {
                    numbers.put(
                            options.keys().get(i).toString(),
                            options.values().get(i).asFloat());
                }
            }
        }
        return numbers;
    }

    private static String scaled(TfliteTensor boxes, TfliteContext context, Map<String, Double> options)
            throws ForgeException {
        String value = context.value(boxes);
        float[] factors = new float[COORDINATES];
        boolean needed = false;
        List<String> keys = List.of("y_scale", "x_scale", "h_scale", "w_scale");
        for (int i = 0; i < COORDINATES; i++) {
            float scale = options.getOrDefault(keys.get(i), 1.0).floatValue();
            factors[i] = 1 / scale;
            needed |= scale != 1;
        }
        if (!needed) {
            return value;
        }
        GraphBuilder onnx = context.onnx();
        return onnx.node("Mul", BOXES, List.of(value, onnx.constant(BOXES + "/factors", factors, COORDINATES)));
    }

    private static TfliteTensor withoutBackground(TfliteTensor scores, TfliteContext context, int background)
            throws ForgeException {
        if (background <= 0) {
            return scores;
        }
        GraphBuilder onnx = context.onnx();
        String value = onnx.node(
                "Slice",
                SCORES,
                List.of(
                        context.value(scores),
                        onnx.constant(SCORES + "/starts", new long[] {background}),
                        onnx.constant(SCORES + "/ends", new long[] {scores.dim(-1)}),
                        onnx.constant(SCORES + "/axes", new long[] {scores.rank() - 1})));
        List<Integer> shape = new ArrayList<>(scores.shape());
        shape.set(scores.rank() - 1, scores.dim(-1) - background);
        TfliteTensor rest = new TfliteTensor(
                -1, scores.name(), List.copyOf(shape), scores.type(), scores.data(), scores.quantisation());
        context.define(rest, value, Layout.NHWC);
        return rest;
    }
}
