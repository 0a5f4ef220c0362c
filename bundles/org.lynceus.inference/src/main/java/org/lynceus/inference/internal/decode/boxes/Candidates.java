package org.lynceus.inference.internal.decode.boxes;

import java.util.Arrays;

/**
 * Boxes that may be results, in pixels of a graph's input, kept in flat arrays: a graph may give some hundred thousand.
 * Not thread-safe.
 */
public final class Candidates {
    /** Boxes that reach further out than this, in pixels, are no boxes. */
    private static final float FAR_OUT = 1e6f;

    private static final int FIRST_CAPACITY = 64;
    private static final int SIDES = 4;

    private final float smallest;
    private final float largest;
    private float[] scores = new float[FIRST_CAPACITY];
    private int[] labels = new int[FIRST_CAPACITY];
    private int[] rows = new int[FIRST_CAPACITY];
    private float[] sides = new float[SIDES * FIRST_CAPACITY];
    private int size;

    /**
     * Creates an empty collection.
     *
     * @param smallest boxes whose shorter side is less than this, in pixels, are left out; so are boxes without extent
     * @param largest boxes whose longer side is more than this, in pixels, are left out
     */
    public Candidates(float smallest, float largest) {
        this.smallest = smallest;
        this.largest = largest;
    }

    /**
     * Adds a box unless it is too small, too large or not finite.
     *
     * @param score above 0
     * @param label index of the class
     * @param row of the graph's output, to read more of it later
     * @param x1 left edge
     * @param y1 top edge
     * @param x2 right edge
     * @param y2 bottom edge
     */
    public void add(float score, int label, int row, float x1, float y1, float x2, float y2) {
        float width = x2 - x1;
        float height = y2 - y1;
        boolean sized =
                width > 0 && height > 0 && Math.min(width, height) >= smallest && Math.max(width, height) <= largest;
        boolean near = x1 >= -FAR_OUT && y1 >= -FAR_OUT && x2 <= FAR_OUT && y2 <= FAR_OUT;
        if (!sized || !near || !(score > 0) || score > Float.MAX_VALUE) {
            return;
        }
        if (size == scores.length) {
            grow();
        }
        scores[size] = score;
        labels[size] = label;
        rows[size] = row;
        int at = SIDES * size;
        sides[at] = x1;
        sides[at + 1] = y1;
        sides[at + 2] = x2;
        sides[at + 3] = y2;
        size++;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Score of a box, above 0. */
    public float score(int index) {
        return scores[index];
    }

    /** Class of a box. */
    public int label(int index) {
        return labels[index];
    }

    /** Row of the graph's output that a box came from. */
    public int row(int index) {
        return rows[index];
    }

    /** Left edge of a box. */
    public float x1(int index) {
        return sides[SIDES * index];
    }

    /** Top edge of a box. */
    public float y1(int index) {
        return sides[SIDES * index + 1];
    }

    /** Right edge of a box. */
    public float x2(int index) {
        return sides[SIDES * index + 2];
    }

    /** Bottom edge of a box. */
    public float y2(int index) {
        return sides[SIDES * index + 3];
    }

    /** Intersection over union of two boxes, 0–1. */
    public double iou(int one, int other) {
        double width = Math.min(x2(one), x2(other)) - Math.max(x1(one), x1(other));
        double height = Math.min(y2(one), y2(other)) - Math.max(y1(one), y1(other));
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double intersection = width * height;
        return intersection / (area(one) + area(other) - intersection);
    }

    private double area(int index) {
        return ((double) x2(index) - x1(index)) * ((double) y2(index) - y1(index));
    }

    private void grow() {
        int capacity = 2 * size;
        scores = Arrays.copyOf(scores, capacity);
        labels = Arrays.copyOf(labels, capacity);
        rows = Arrays.copyOf(rows, capacity);
        sides = Arrays.copyOf(sides, SIDES * capacity);
    }
}
