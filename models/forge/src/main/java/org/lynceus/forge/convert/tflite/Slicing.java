package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.StridedSliceOptions;

/** Operators that take a regular part of a tensor: SLICE, STRIDED_SLICE, REVERSE_V2. */
final class Slicing {
    /** What is taken along one dimension, as ONNX counts it: a negative number counts from the end. */
    private record Range(int axis, long start, long end, long step) {}

    private Slicing() {}

    /** SLICE: begin and size, -1 for all that is left. */
    static void slice(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        int[] begins = context.integers(operator.input(1));
        int[] sizes = context.integers(operator.input(2));
        List<Range> ranges = new ArrayList<>();
        for (int axis = 0; axis < input.rank(); axis++) {
            int size = sizes[axis] < 0 ? input.dim(axis) - begins[axis] : sizes[axis];
            if (size < 0 || begins[axis] < 0 || begins[axis] + size > input.dim(axis)) {
                throw new ForgeException("the slice leaves dimension " + axis + " of " + input);
            }
            ranges.add(new Range(axis, begins[axis], begins[axis] + (long) size, 1));
        }
        Layout layout = context.layout(input);
        context.define(operator.output(), sliced(context, input, layout, ranges, operator.output()), layout);
    }

    /** REVERSE_V2: mirrored along the axes. */
    static void reverse(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        List<Range> ranges = new ArrayList<>();
        for (int axis : context.integers(operator.input(1))) {
            ranges.add(new Range(Axes.normal(axis, input.rank()), -1, Long.MIN_VALUE + 1, -1));
        }
        Layout layout = context.layout(input);
        context.define(operator.output(), sliced(context, input, layout, ranges, operator.output()), layout);
    }

    /** STRIDED_SLICE with all masks: dimensions may be left out, added or taken away. */
    static void stridedSlice(TfliteOperator operator, TfliteContext context) throws ForgeException {
        StridedSliceOptions options = operator.options(new StridedSliceOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] begins = context.integers(operator.input(1));
        int[] ends = context.integers(operator.input(2));
        int[] steps = context.integers(operator.input(3));
        List<Range> ranges = new ArrayList<>();
        int axis = 0;
        for (int i = 0; i < begins.length; i++) {
            if (set(options.ellipsisMask(), i)) {
                int explicit = 0;
                for (int j = i + 1; j < begins.length; j++) {
                    explicit += set(options.newAxisMask(), j) ? 0 : 1;
                }
                axis = input.rank() - explicit;
            } else if (!set(options.newAxisMask(), i)) {
                if (axis >= input.rank()) {
                    throw new ForgeException("the slice has more dimensions than " + input);
                }
                if (set(options.shrinkAxisMask(), i)) {
                    long start = Axes.normal(begins[i], input.dim(axis));
                    ranges.add(new Range(axis, start, start + 1, 1));
                } else {
                    boolean forward = steps[i] > 0;
                    long start = set(options.beginMask(), i) ? (forward ? 0 : -1) : begins[i];
                    long last = forward ? Long.MAX_VALUE : Long.MIN_VALUE + 1;
                    ranges.add(new Range(axis, start, set(options.endMask(), i) ? last : ends[i], steps[i]));
                }
                axis++;
            }
        }
        boolean reshaped = options.newAxisMask() != 0 || options.shrinkAxisMask() != 0;
        Layout layout = reshaped ? Layout.NHWC : context.layout(input);
        String value = sliced(context, input, layout, ranges, output);
        context.define(output, reshaped ? Shaping.reshaped(context, input, value, output) : value, layout);
    }

    private static boolean set(int mask, int bit) {
        return (mask >> bit & 1) == 1;
    }

    private static String sliced(
            TfliteContext context, TfliteTensor input, Layout layout, List<Range> ranges, TfliteTensor output)
            throws ForgeException {
        List<Range> cut = new ArrayList<>();
        for (Range range : ranges) {
            int size = input.dim(range.axis());
            boolean whole = range.step() == 1 && (range.start() == 0 || range.start() <= -size) && range.end() >= size;
            if (!whole) {
                context.requireBatch(input, range.axis() != 0);
                cut.add(range);
            }
        }
        String value = context.value(input, layout);
        if (cut.isEmpty()) {
            return value;
        }
        GraphBuilder onnx = context.onnx();
        String hint = output.name();
        return onnx.node(
                "Slice",
                hint,
                List.of(
                        value,
                        onnx.constant(
                                hint + "/starts",
                                cut.stream().mapToLong(Range::start).toArray()),
                        onnx.constant(
                                hint + "/ends",
                                cut.stream().mapToLong(Range::end).toArray()),
                        onnx.constant(
                                hint + "/axes",
                                cut.stream()
                                        .mapToLong(range -> Axes.position(range.axis(), layout))
                                        .toArray()),
                        onnx.constant(
                                hint + "/steps",
                                cut.stream().mapToLong(Range::step).toArray())));
    }
}
