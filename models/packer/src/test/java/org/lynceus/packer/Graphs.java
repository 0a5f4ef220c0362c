package org.lynceus.packer;

import static org.lynceus.forge.onnx.Attributes.integer;
import static org.lynceus.forge.onnx.Attributes.integers;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.onnx.GraphBuilder;

/** Graphs that are real detectors, encoders and taggers of colours, in the form of well-known exports. */
final class Graphs {
    private static final int[] STRIDES = {8, 16, 32};
    private static final float UNIT = 1 / 255f;

    private Graphs() {}

    /**
     * YOLOX for pictures of 64 x 64 BGR bytes and the classes red and blue: each cell of 8 x 8 pixels that is red or blue is
     * a thing of the size of the cell.
     */
    static ModelProto yolox() {
        GraphBuilder graph = new GraphBuilder("yolox");
        graph.input("images", List.of(1L, 3L, 64L, 64L));
        graph.reserve(List.of("output"));
        List<String> maps = new ArrayList<>();
        for (int stride : STRIDES) {
            long cells = (64L / stride) * (64 / stride);
            float on = stride == 8 ? UNIT : 0;
            String mean = graph.node(
                    "AveragePool",
                    "mean",
                    List.of("images"),
                    integers("kernel_shape", stride, stride),
                    integers("strides", stride, stride));
            float[] weights = new float[7 * 3];
            put(weights, 4, on, -2 * on, on);
            put(weights, 5, 0, -UNIT, UNIT);
            put(weights, 6, UNIT, -UNIT, 0);
            String raw = graph.node(
                    "Conv",
                    "raw",
                    List.of(
                            mean,
                            graph.constant("weights", weights, 7, 3, 1, 1),
                            graph.constant("bias", new float[] {0.5f, 0.5f, 0, 0, 0, 0, 0}, 7)));
            String scores = graph.node(
                    "Clip",
                    "scores",
                    List.of(raw, graph.constant("least", new float[] {0}), graph.constant("most", new float[] {1})));
            maps.add(graph.node("Reshape", "map", List.of(scores, graph.constant("shape", new long[] {1, 7, cells}))));
        }
        String all = graph.node("Concat", "all", maps, integer("axis", 2));
        String rows = graph.node("Transpose", "rows", List.of(all), integers("perm", 0, 2, 1));
        graph.output(rows, "output", List.of(1L, 84L, 7L));
        return graph.build();
    }

    /** DETR for pictures of any size and the classes red and blue: says what colour the picture has, in a fixed box. */
    static ModelProto detr() {
        GraphBuilder graph = new GraphBuilder("detr");
        graph.input("pixel_values", List.of(-1L, 3L, -1L, -1L));
        graph.reserve(List.of("logits", "pred_boxes"));
        String mean = mean(graph, "pixel_values");
        float[] weights = new float[3 * 6];
        weights[0] = 10;
        weights[2 * 6 + 1] = 10;
        String scaled = graph.node("MatMul", "scaled", List.of(mean, graph.constant("w", weights, 3, 6)));
        String biased =
                graph.node("Add", "biased", List.of(scaled, graph.constant("b", new float[] {0, 0, 0, 0, 0, 100}, 6)));
        String logits = graph.node("Reshape", "both", List.of(biased, graph.constant("shape", new long[] {1, 2, 3})));
        float[] boxes = {0.5f, 0.5f, 0.2f, 0.4f, 0.1f, 0.1f, 0.1f, 0.1f};
        String fixed = graph.node("Identity", "fixed", List.of(graph.constant("boxes", boxes, 1, 2, 4)));
        graph.output(logits, "logits", List.of(-1L, 2L, 3L));
        graph.output(fixed, "pred_boxes", List.of(-1L, 2L, 4L));
        return graph.build();
    }

    /** ArcFace for faces of 112 x 112: the vector (r, g, b, r + g + b) of the mean colour as it was fed. */
    static ModelProto arcFace() {
        GraphBuilder graph = new GraphBuilder("arcface");
        graph.input("input.1", List.of(-1L, 3L, 112L, 112L));
        graph.reserve(List.of("683"));
        float[] weights = {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1};
        String vector =
                graph.node("MatMul", "vector", List.of(mean(graph, "input.1"), graph.constant("w", weights, 3, 4)));
        graph.output(vector, "683", List.of(-1L, 4L));
        return graph.build();
    }

    /** CLIP's image tower for 32 x 32: the mean colour; a second output that nobody needs. */
    static ModelProto clip() {
        GraphBuilder graph = new GraphBuilder("clip");
        graph.input("pixel_values", List.of(-1L, 3L, 32L, 32L));
        graph.reserve(List.of("last_hidden_state", "image_embeds"));
        String mean = mean(graph, "pixel_values");
        graph.output(
                graph.node("Relu", "hidden", List.of("pixel_values")), "last_hidden_state", List.of(-1L, 3L, 32L, 32L));
        graph.output(graph.node("Identity", "vector", List.of(mean)), "image_embeds", List.of(-1L, 3L));
        return graph.build();
    }

    private static String mean(GraphBuilder graph, String input) {
        return graph.node("ReduceMean", "mean", List.of(input), integers("axes", 2, 3), integer("keepdims", 0));
    }

    private static void put(float[] weights, int row, float... values) {
        System.arraycopy(values, 0, weights, 3 * row, 3);
    }
}
