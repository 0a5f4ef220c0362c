package org.lynceus.packer.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Tensors;

/**
 * The input of a graph, read as a picture.
 *
 * @param name its name
 * @param layout order of its axes
 * @param channels 1 or 3
 * @param height rows, −1 where free
 * @param width columns, −1 where free
 */
public record PictureInput(String name, Layout layout, int channels, int height, int width) {
    /** Axes of a picture: batch, channels, rows, columns. */
    public static final int RANK = 4;

    private static final Set<Integer> FLOATS = Set.of(
            DataType.FLOAT.getNumber(),
            DataType.FLOAT16.getNumber(),
            DataType.BFLOAT16.getNumber(),
            DataType.DOUBLE.getNumber());

    /**
     * Reads the input that takes the picture.
     *
     * @param label the beginning of messages
     * @param inputs of the graph, without those that get a fixed value
     * @param wanted the layout that the user named
     * @return the input
     * @throws ForgeException when there are several inputs, or it takes no picture
     */
    public static PictureInput of(String label, List<ValueInfoProto> inputs, Optional<Layout> wanted)
            throws ForgeException {
        if (inputs.size() != 1) {
            throw new ForgeException(label + " has " + inputs.size() + " inputs"
                    + inputs.stream()
                            .map(input -> input.getName() + " " + written(Tensors.shape(input)))
                            .collect(Collectors.joining(", ", " (", ")"))
                    + "; one, the picture, is needed: give the others a fixed value with --constant NAME=VALUE, or keep"
                    + " only outputs that do not need them with --outputs NAME");
        }
        ValueInfoProto input = inputs.get(0);
        List<Long> shape = Tensors.shape(input);
        if (shape.size() != RANK) {
            throw wrong(label, input, "a picture [1,3,rows,columns] or [1,rows,columns,3] is needed");
        }
        Layout layout = wanted.orElseGet(() -> guess(shape));
        int channelAxis = layout == Layout.NCHW ? 1 : RANK - 1;
        int rowAxis = layout == Layout.NCHW ? 2 : 1;
        long channels = shape.get(channelAxis) < 0 ? 3 : shape.get(channelAxis);
        if (channels != 1 && channels != 3) {
            throw wrong(label, input, "1 or 3 channels are needed; --layout says where they are");
        }
        if (shape.get(0) > 1) {
            throw wrong(label, input, "one picture at a time is needed: export with a batch of 1");
        }
        return new PictureInput(
                input.getName(),
                layout,
                (int) channels,
                Math.toIntExact(shape.get(rowAxis)),
                Math.toIntExact(shape.get(rowAxis + 1)));
    }

    /** The same input with rows and columns filled in where they are free. */
    public PictureInput sized(int rows, int columns) {
        return new PictureInput(name, layout, channels, height > 0 ? height : rows, width > 0 ? width : columns);
    }

    /** Whether rows or columns are free. */
    public boolean free() {
        return height < 0 || width < 0;
    }

    /** The shape for one picture, −1 where free. */
    public List<Long> shape() {
        return layout == Layout.NCHW
                ? List.of(1L, (long) channels, (long) height, (long) width)
                : List.of(1L, (long) height, (long) width, (long) channels);
    }

    /**
     * Whether an input takes whole numbers.
     *
     * @param input its declaration
     * @return false for all kinds of floats
     */
    public static boolean wholeNumbers(ValueInfoProto input) {
        return !FLOATS.contains(input.getType().getTensorType().getElemType());
    }

    /** The declared shape of an input or output, as people write it. */
    public static String written(ValueInfoProto value) {
        return written(Tensors.shape(value));
    }

    /** A shape as people write it. */
    static String written(List<Long> shape) {
        return shape.stream().map(size -> size < 0 ? "?" : size.toString()).collect(Collectors.joining(",", "[", "]"));
    }

    private static Layout guess(List<Long> shape) {
        boolean last = shape.get(RANK - 1) == 3 || shape.get(RANK - 1) == 1;
        boolean first = shape.get(1) == 3 || shape.get(1) == 1 || shape.get(1) < 0;
        return last && !first ? Layout.NHWC : last && shape.get(1) < 0 ? Layout.NHWC : Layout.NCHW;
    }

    private static ForgeException wrong(String label, ValueInfoProto input, String needed) {
        return new ForgeException(label + ": the input '" + input.getName() + "' has the shape "
                + written(Tensors.shape(input)) + ", but " + needed);
    }
}
