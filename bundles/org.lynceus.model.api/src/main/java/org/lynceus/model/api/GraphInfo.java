package org.lynceus.model.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The input of a graph: a picture as a tensor of floats {@code (p - mean) * scale}, where p is a value 0–255.
 *
 * @param name name of the graph inside its model
 * @param file entry of the bundle that holds the ONNX graph
 * @param sha256 of that file, lower-case hex; names the weights
 * @param shape of the input, four numbers, −1 where free: the batch; rows and columns of graphs that take any size
 * @param layout order of the axes
 * @param color order of the channels, or that there is but one
 * @param mean per channel, or one for all
 * @param scale per channel, or one for all
 */
public record GraphInfo(
        String name,
        String file,
        String sha256,
        List<Long> shape,
        Layout layout,
        ColorOrder color,
        List<Float> mean,
        List<Float> scale) {
    private static final int RGB_CHANNELS = 3;

    /** Order of the axes of a picture tensor. */
    public enum Layout {
        /** Batch, channel, row, column. */
        NCHW,
        /** Batch, row, column, channel. */
        NHWC
    }

    /** Order of the channels of a picture tensor. */
    public enum ColorOrder {
        /** Red first. */
        RGB,
        /** Blue first. */
        BGR,
        /** One channel: luma, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). */
        GRAY
    }

    /** Copies the lists and checks their lengths. */
    public GraphInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(color, "color");
        shape = List.copyOf(shape);
        mean = perChannel(name, mean);
        scale = perChannel(name, scale);
        if (shape.size() != 4) {
            throw new IllegalArgumentException("graph " + name + ": shape " + shape);
        }
    }

    /** Rows of the input picture, −1 where they are free. */
    public int height() {
        return Math.toIntExact(shape.get(rowAxis()));
    }

    /** Columns of the input picture, −1 where they are free. */
    public int width() {
        return Math.toIntExact(shape.get(rowAxis() + 1));
    }

    /** Channels of the input picture, 1 or 3. */
    public int channels() {
        return color == ColorOrder.GRAY ? 1 : RGB_CHANNELS;
    }

    /** Whether rows and columns are given. */
    public boolean fixedSize() {
        return height() > 0 && width() > 0;
    }

    /** The shape for a batch of pictures, the free batch filled in. */
    public long[] shape(int batch) {
        long[] filled = shape.stream().mapToLong(Long::longValue).toArray();
        filled[0] = batch;
        return filled;
    }

    /** The shape for a batch of pictures of some size, free axes filled in. */
    public long[] shape(int batch, int height, int width) {
        long[] filled = shape(batch);
        filled[rowAxis()] = height;
        filled[rowAxis() + 1] = width;
        return filled;
    }

    private int rowAxis() {
        return layout == Layout.NCHW ? 2 : 1;
    }

    private static List<Float> perChannel(String name, List<Float> values) {
        if (values.size() == 3) {
            return List.copyOf(values);
        }
        if (values.size() == 1) {
            Float[] three = new Float[3];
            Arrays.fill(three, values.get(0));
            return List.of(three);
        }
        throw new IllegalArgumentException("graph " + name + ": one value or three, not " + values);
    }
}
