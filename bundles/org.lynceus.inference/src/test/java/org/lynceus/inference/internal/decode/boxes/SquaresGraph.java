package org.lynceus.inference.internal.decode.boxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.inference.internal.GraphBuilder;

/**
 * Writes detectors of coloured squares: graphs that find a square of a class's colour where it fills a cell of the
 * class's stride, in a picture of 64 × 64 pixels, RGB 0–1. The tests give it the outputs of one family or another.
 */
public final class SquaresGraph {
    /** Side of the input in pixels. */
    public static final int SIDE = 64;

    /** Shape of the input as in {@code model.properties}. */
    public static final String SHAPE = "1,3,64,64";

    private static final int CHANNELS = 3;
    private static final float STEEP = 40;
    private static final float TOLERANCE = 0.2f;
    private static final float NEVER = -50;

    private final GraphBuilder graph = new GraphBuilder().input("pixels", 1, CHANNELS, SIDE, SIDE);
    private final List<FeatureMap> maps;
    private final int classes;

    /** A colour, 0xRRGGBB of ff and 00 only, that is looked for in the cells of a stride. */
    public record Colour(int rgb, int stride) {}

    /**
     * Begins a graph. It has the tensors {@code logits8}, {@code scores8} [1, n, C] and so on for each stride, and {@code
     * logits}, {@code scores} [1, N, C] for all.
     *
     * @param perCell equal boxes of a cell
     * @param colours of the classes
     */
    public SquaresGraph(List<Integer> strides, int perCell, Colour... colours) {
        this.maps = FeatureMap.of(SIDE, SIDE, strides, Collections.nCopies(strides.size(), perCell));
        this.classes = colours.length;
        for (FeatureMap map : maps) {
            cells(map);
            classify(map, colours);
        }
        join("logits");
        join("scores");
    }

    /** What of a box goes into a row of numbers. */
    @FunctionalInterface
    public interface Row {
        /** The numbers for a cell at pixel x, y with sides of so many pixels. */
        double[] of(int x, int y, int stride);
    }

    /** The graph, for further nodes. */
    public GraphBuilder graph() {
        return graph;
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** Boxes of all strides. */
    public int boxes() {
        return FeatureMap.boxes(maps);
    }

    /** Numbers of every box, row by row. */
    public float[] numbers(Row row) {
        List<double[]> rows = new ArrayList<>();
        maps.forEach(map -> rows.addAll(rows(map, row)));
        return flat(rows);
    }

    /** Adds a constant [1, N, columns] for all strides. */
    public SquaresGraph constant(String name, int columns, Row row) {
        graph.constant(name, List.of(1, boxes(), columns), numbers(row));
        return this;
    }

    /** Adds an output [1, n, columns] of constants for each stride, with the stride behind the name. */
    public SquaresGraph constants(String name, int columns, Row row) {
        for (FeatureMap map : maps) {
            String fixed = "fixed-" + name + map.stride();
            graph.constant(fixed, List.of(1, map.boxes(), columns), flat(rows(map, row)));
            graph.node("Identity", name + map.stride(), fixed);
            graph.output(name + map.stride(), 1, map.boxes(), columns);
        }
        return this;
    }

    /** Joins tensors [1, N, …] to an output. */
    public SquaresGraph output(String name, int columns, String... parts) {
        graph.node("Concat", name, parts).with("axis", 2);
        graph.output(name, 1, boxes(), columns);
        return this;
    }

    /** Makes an output of one of the tensors of each stride, without its batch axis when there is to be none. */
    public SquaresGraph outputs(String tensor, String name, boolean batch) {
        for (FeatureMap map : maps) {
            long[] shape = batch ? new long[] {1, map.boxes(), classes} : new long[] {map.boxes(), classes};
            graph.integers("shape-" + name + map.stride(), shape);
            graph.node("Reshape", name + map.stride(), tensor + map.stride(), "shape-" + name + map.stride());
            graph.output(name + map.stride(), shape);
        }
        return this;
    }

    /** Mean colours of the cells of a map. */
    private void cells(FeatureMap map) {
        String at = "" + map.stride();
        int cells = map.boxes() / map.perCell();
        graph.node("AveragePool", "pooled" + at, "pixels")
                .withAll("kernel_shape", map.stride(), map.stride())
                .withAll("strides", map.stride(), map.stride());
        graph.integers("planes" + at, 1, CHANNELS, cells);
        graph.node("Reshape", "planar" + at, "pooled" + at, "planes" + at);
        graph.node("Transpose", "cells" + at, "planar" + at).withAll("perm", 0, 2, 1);
    }

    private void classify(FeatureMap map, Colour... colours) {
        String at = "" + map.stride();
        float[] weights = new float[CHANNELS * classes];
        float[] bias = new float[classes];
        for (int k = 0; k < classes; k++) {
            if (colours[k].stride() != map.stride()) {
                bias[k] = NEVER;
                continue;
            }
            bias[k] = STEEP * TOLERANCE;
            for (int channel = 0; channel < CHANNELS; channel++) {
                boolean on = (colours[k].rgb() >> 8 * (CHANNELS - 1 - channel) & 0xff) == 0xff;
                weights[channel * classes + k] = on ? STEEP : -STEEP;
                bias[k] -= on ? STEEP : 0;
            }
        }
        graph.constant("weights" + at, List.of(CHANNELS, classes), weights);
        graph.constant("bias" + at, List.of(classes), bias);
        graph.node("MatMul", "products" + at, "cells" + at, "weights" + at);
        graph.node("Add", "sums" + at, "products" + at, "bias" + at);
        String[] copies = Collections.nCopies(map.perCell(), "sums" + at).toArray(String[]::new);
        graph.node("Concat", "copies" + at, copies).with("axis", 2);
        graph.integers("rows" + at, 1, map.boxes(), classes);
        graph.node("Reshape", "logits" + at, "copies" + at, "rows" + at);
        graph.node("Sigmoid", "scores" + at, "logits" + at);
    }

    private void join(String name) {
        String[] parts = maps.stream().map(map -> name + map.stride()).toArray(String[]::new);
        graph.node("Concat", name, parts).with("axis", 1);
    }

    private static List<double[]> rows(FeatureMap map, Row row) {
        return IntStream.range(map.first(), map.end())
                .mapToObj(box -> row.of(map.column(box) * map.stride(), map.row(box) * map.stride(), map.stride()))
                .toList();
    }

    private static float[] flat(List<double[]> rows) {
        double[] numbers = rows.stream().flatMapToDouble(Arrays::stream).toArray();
        float[] flat = new float[numbers.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) numbers[i];
        }
        return flat;
    }
}
