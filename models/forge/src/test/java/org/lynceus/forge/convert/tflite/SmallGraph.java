package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;

/** A TFLite graph of one input and a few operators, to be converted and run. */
final class SmallGraph {
    private final TfliteWriter file = new TfliteWriter();
    private final int[] shape;
    private final float[] values;
    private final int input;
    private final int start;

    /**
     * A graph without operators.
     *
     * @param channelsFirst whether the input reaches the operators in the layout that a convolution leaves behind
     * @param shape shape of the input, which is filled with noise
     */
    SmallGraph(boolean channelsFirst, int... shape) {
        this.shape = shape;
        this.values = noise(1, size(shape));
        this.input = file.tensor("input", shape);
        this.start = channelsFirst ? pooled() : input;
    }

    TfliteWriter file() {
        return file;
    }

    /** The tensor to start from: has the values of the input. */
    int start() {
        return start;
    }

    /** The value of the input at a place in the order of the file; zero outside. */
    float at(int... place) {
        int index = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            if (place[axis] < 0 || place[axis] >= shape[axis]) {
                return 0;
            }
            index = index * shape[axis] + place[axis];
        }
        return values[index];
    }

    float[] values() {
        return values.clone();
    }

    /** Adds an operator without options; its first input is the start. */
    int then(int builtin, int[] outputShape, int... further) {
        return then(builtin, (byte) 0, 0, outputShape, further);
    }

    /** Adds an operator; its first input is the start. */
    int then(int builtin, byte optionsType, int options, int[] outputShape, int... further) {
        int output = file.tensor("output", outputShape);
        int[] inputs = new int[further.length + 1];
        inputs[0] = start;
        System.arraycopy(further, 0, inputs, 1, further.length);
        file.operator(builtin, inputs, new int[] {output}, optionsType, options);
        return output;
    }

    /** Converts and runs the graph, alone and as the second of a batch. */
    float[] runInBatchToo(int output) throws ForgeException {
        float[] alone = run(output);
        SmallGraphRun both = convert(-1, output);
        float[] pair = new float[2 * values.length];
        System.arraycopy(values, 0, pair, values.length, values.length);
        float[] results = both.run(2, pair).values().iterator().next();
        assertThat(results).hasSize(2 * alone.length);
        assertClose(Arrays.copyOfRange(results, alone.length, results.length), alone);
        return alone;
    }

    /** Converts and runs the graph. */
    float[] run(int output) throws ForgeException {
        return run(values, output).values().iterator().next();
    }

    /** Converts and runs the graph with several outputs or other values. */
    Map<String, float[]> run(float[] fed, int... outputs) throws ForgeException {
        return convert(1, outputs).run(1, fed);
    }

    /** Converts the graph. */
    SmallGraphRun convert(long batch, int... outputs) throws ForgeException {
        return convert(Map.of(), batch, outputs);
    }

    /** Converts the graph with options. */
    SmallGraphRun convert(Map<String, String> options, long batch, int... outputs) throws ForgeException {
        List<Long> wanted =
                new ArrayList<>(Arrays.stream(shape).asLongStream().boxed().toList());
        wanted.set(0, batch);
        GraphRequest request = new GraphRequest("test", "main", Optional.of(wanted), Layout.NHWC, options);
        return new SmallGraphRun(
                new TfliteConverter().convert(new Weights(file.finish(new int[] {input}, outputs)), request), shape);
    }

    /** A converted graph. */
    record SmallGraphRun(Converted converted, int[] shape) {
        Map<String, float[]> run(long batch, float[] values) throws ForgeException {
            List<Long> actual =
                    new ArrayList<>(Arrays.stream(shape).asLongStream().boxed().toList());
            actual.set(0, batch);
            byte[] graph = converted.graph().toByteArray();
            try (GraphRunner runner = new GraphRunner("test", graph, 1)) {
                return runner.run(values, actual);
            }
        }
    }

    static int size(int... shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    static float[] noise(long seed, int count) {
        Random random = new Random(seed);
        float[] noise = new float[count];
        for (int i = 0; i < count; i++) {
            noise[i] = (float) (random.nextGaussian() * 2);
        }
        return noise;
    }

    static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            float allowed = 1e-4f * Math.max(1, Math.abs(expected[i]));
            assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], Offset.offset(allowed));
        }
    }

    private int pooled() {
        int output = file.tensor("pooled", shape);
        int options = Pool2DOptions.createPool2DOptions(
                file.builder(), Padding.VALID, 1, 1, 1, 1, ActivationFunctionType.NONE);
        file.operator(
                BuiltinOperator.MAX_POOL_2D,
                new int[] {input},
                new int[] {output},
                BuiltinOptions.Pool2DOptions,
                options);
        return output;
    }
}
