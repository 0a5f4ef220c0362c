package org.lynceus.inference.internal.decode.boxes;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one feature map of a detector, row by row from the top left. Each cell has one or several boxes, next to
 * each other in the outputs. Boxes are numbered through all maps.
 *
 * @param stride side of a cell in pixels of the input
 * @param columns cells in a row
 * @param rows rows of cells
 * @param perCell boxes of a cell
 * @param first number of its first box
 */
public record FeatureMap(int stride, int columns, int rows, int perCell, int first) {
    /**
     * The maps of an input, in the order of their strides.
     *
     * @param width of the input in pixels
     * @param height of the input in pixels
     * @param strides of the maps
     * @param perCell boxes of a cell, for each stride
     */
    public static List<FeatureMap> of(int width, int height, List<Integer> strides, List<Integer> perCell) {
        List<FeatureMap> maps = new ArrayList<>(strides.size());
        int first = 0;
        for (int i = 0; i < strides.size(); i++) {
            int stride = strides.get(i);
            FeatureMap map = new FeatureMap(stride, cells(width, stride), cells(height, stride), perCell.get(i), first);
            maps.add(map);
            first = map.end();
        }
        return maps;
    }

    /** The map among several that a box belongs to. */
    public static FeatureMap of(List<FeatureMap> maps, int box) {
        return maps.stream()
                .filter(map -> box < map.end())
                .findFirst()
                .orElseThrow(() -> new IndexOutOfBoundsException(box));
    }

    /** Boxes of all maps. */
    public static int boxes(List<FeatureMap> maps) {
        return maps.stream().mapToInt(FeatureMap::boxes).sum();
    }

    /** Boxes of all cells. */
    public int boxes() {
        return columns * rows * perCell;
    }

    /** Number after that of the last box. */
    public int end() {
        return first + boxes();
    }

    /** Column of the cell of a box. */
    public int column(int box) {
        return (box - first) / perCell % columns;
    }

    /** Row of the cell of a box. */
    public int row(int box) {
        return (box - first) / perCell / columns;
    }

    /** Place of a box among those of its cell, from 0. */
    public int kind(int box) {
        return (box - first) % perCell;
    }

    private static int cells(int pixels, int stride) {
        return (pixels + stride - 1) / stride;
    }
}
