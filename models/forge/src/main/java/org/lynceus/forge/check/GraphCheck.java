package org.lynceus.forge.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lynceus.forge.ForgeException;

/** Checks a converted graph with ONNX Runtime: it loads, has the declared shapes and reproduces its golden. */
public final class GraphCheck {
    private static final double BATCH_TOLERANCE = 1e-5;

    private GraphCheck() {}

    /**
     * What a graph says about itself.
     *
     * @param input name of its input
     * @param shape shape of its input, -1 where free
     * @param outputs names of its outputs in order
     */
    public record Facts(String input, List<Long> shape, List<String> outputs) {
        public Facts {
            shape = List.copyOf(shape);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * Checks a graph.
     *
     * @param label the beginning of messages, naming model and graph
     * @param name the graph's name in the golden
     * @param graph the bytes of the ONNX file
     * @param shape the input shape that was asked for, if one was
     * @param goldens the recorded runs of the model
     * @return what the graph says about itself
     * @throws ForgeException when a check fails
     */
    public static Facts check(String label, String name, byte[] graph, Optional<List<Long>> shape, Properties goldens)
            throws ForgeException {
        try (GraphRunner runner = new GraphRunner(label, graph, 1)) {
            List<Long> actual = runner.inputShape();
            if (shape.isPresent() && !shape.get().equals(actual)) {
                throw new ForgeException(label + ": input '" + runner.input() + "' has the shape " + actual + ", "
                        + shape.get() + " was declared");
            }
            Golden golden = Golden.of(goldens, name);
            List<Long> single = batch(actual, 1);
            int size = size(single);
            float[] input = golden.input().values(size);
            Map<String, float[]> outputs = runner.run(input, single);
            requireDeclaredSizes(label, runner.outputs(), outputs);
            golden.compare(label, outputs);
            if (actual.get(0) < 0) {
                checkBatch(label, runner, actual, input, outputs);
            }
            return new Facts(
                    runner.input(), actual, List.copyOf(runner.outputs().keySet()));
        }
    }

    /** The second input of a batch must give what it gives alone. */
    private static void checkBatch(
            String label, GraphRunner runner, List<Long> shape, float[] input, Map<String, float[]> expected)
            throws ForgeException {
        float[] pair = new float[input.length * 2];
        System.arraycopy(input, 0, pair, input.length, input.length);
        for (Map.Entry<String, float[]> output :
                runner.run(pair, batch(shape, 2)).entrySet()) {
            float[] alone = expected.get(output.getKey());
            float[] both = output.getValue();
            if (both.length != 2 * alone.length) {
                throw new ForgeException(label + ": output '" + output.getKey() + "' has " + both.length
                        + " values for two inputs and " + alone.length + " for one");
            }
            double deviation = relative(alone, Arrays.copyOfRange(both, alone.length, both.length));
            if (!(deviation <= BATCH_TOLERANCE)) {
                throw new ForgeException(label + ": output '" + output.getKey()
                        + "' of the second input of a batch deviates by " + deviation);
            }
        }
    }

    private static void requireDeclaredSizes(
            String label, Map<String, List<Long>> declared, Map<String, float[]> outputs) throws ForgeException {
        for (Map.Entry<String, List<Long>> output : declared.entrySet()) {
            int actual = outputs.get(output.getKey()).length;
            if (actual != size(batch(output.getValue(), 1))) {
                throw new ForgeException(label + ": output '" + output.getKey() + "' has " + actual
                        + " values, its declared shape is " + output.getValue());
            }
        }
    }

    /** |a - b| / |a|. */
    private static double relative(float[] a, float[] b) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < a.length; i++) {
            difference += Math.pow(a[i] - b[i], 2);
            norm += Math.pow(a[i], 2);
        }
        return Math.sqrt(difference) / Math.max(Math.sqrt(norm), 1e-12);
    }

    private static List<Long> batch(List<Long> shape, long count) {
        List<Long> filled = new ArrayList<>(shape);
        filled.replaceAll(size -> size < 0 ? Long.valueOf(count) : size);
        return filled;
    }

    private static int size(List<Long> shape) {
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }
}
