package org.lynceus.forge.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
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
     * @param outputs its outputs in order, with the shapes that they had in the checked run of one input
     */
    public record Facts(String input, List<Long> shape, Map<String, List<Long>> outputs) {
        public Facts {
            shape = List.copyOf(shape);
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }
    }

    /**
     * What a graph should be.
     *
     * @param label the beginning of messages, naming model and graph
     * @param name the graph's name in the goldens
     * @param shape the input shape that was asked for, if one was
     * @param fullInteger whether the source computes with integers, so that its golden may be inexact
     */
    public record Request(String label, String name, Optional<List<Long>> shape, boolean fullInteger) {
        public Request {
            shape = shape.map(List::copyOf);
        }
    }

    /**
     * Checks a graph.
     *
     * @param request what it should be
     * @param graph the bytes of the ONNX file
     * @param goldens the recorded runs of the model
     * @return what the graph says about itself
     * @throws ForgeException when a check fails
     */
    public static Facts check(Request request, byte[] graph, Properties goldens) throws ForgeException {
        String label = request.label();
        try (GraphRunner runner = new GraphRunner(label, graph, 1)) {
            List<Long> declared = runner.inputShape();
            if (request.shape().isPresent() && !request.shape().get().equals(declared)) {
                throw new ForgeException(label + ": input '" + runner.input() + "' has the shape " + declared + ", "
                        + request.shape().get() + " was declared");
            }
            Golden golden = Golden.of(goldens, request.name());
            if (golden.inexact() && !request.fullInteger()) {
                throw new ForgeException(label + ": a golden with argmax and tolerance is for sources that compute"
                        + " with integers; this one needs l2 and sample");
            }
            List<Long> shape = shape(request, declared, golden);
            float[] input = golden.input().values(size(shape));
            Map<String, GraphRunner.Output> outputs = runner.runShaped(input, shape);
            requireDeclaredShapes(label, runner.outputs(), outputs);
            golden.compare(label, outputs);
            if (declared.get(0) < 0) {
                checkBatch(label, runner, shape, input, outputs);
            }
            Map<String, List<Long>> shapes = new LinkedHashMap<>();
            outputs.forEach((name, output) -> shapes.put(name, output.shape()));
            return new Facts(runner.input(), declared, shapes);
        }
    }

    /** The shape of the golden's run: that of the golden where it gives one, otherwise the declared one with one input. */
    private static List<Long> shape(Request request, List<Long> declared, Golden golden) throws ForgeException {
        List<Long> shape = golden.shape().orElseGet(() -> batch(declared, 1));
        if (shape.contains(-1L)) {
            throw new ForgeException(request.label() + ": the graph takes inputs of any size " + declared
                    + ", so its golden needs '" + request.name() + ".shape'");
        }
        boolean fits = shape.size() == declared.size() && shape.get(0) == 1;
        for (int i = 0; fits && i < shape.size(); i++) {
            fits = declared.get(i) < 0 || declared.get(i).equals(shape.get(i));
        }
        if (!fits) {
            throw new ForgeException(
                    request.label() + ": the golden's shape " + shape + " is not one input of the graph's " + declared);
        }
        return shape;
    }

    /** The second input of a batch must give what it gives alone. */
    private static void checkBatch(
            String label,
            GraphRunner runner,
            List<Long> single,
            float[] input,
            Map<String, GraphRunner.Output> expected)
            throws ForgeException {
        float[] pair = new float[input.length * 2];
        System.arraycopy(input, 0, pair, input.length, input.length);
        List<Long> two = new ArrayList<>(single);
        two.set(0, 2L);
        for (Map.Entry<String, float[]> output : runner.run(pair, two).entrySet()) {
            float[] alone = expected.get(output.getKey()).values();
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

    private static void requireDeclaredShapes(
            String label, Map<String, List<Long>> declared, Map<String, GraphRunner.Output> outputs)
            throws ForgeException {
        for (Map.Entry<String, List<Long>> output : declared.entrySet()) {
            List<Long> actual = outputs.get(output.getKey()).shape();
            boolean fits = actual.size() == output.getValue().size();
            for (int i = 0; fits && i < actual.size(); i++) {
                long size = output.getValue().get(i);
                fits = size < 0 || size == actual.get(i);
            }
            if (!fits) {
                throw new ForgeException(label + ": output '" + output.getKey() + "' has the shape " + actual
                        + ", its declared shape is " + output.getValue());
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
        if (filled.get(0) < 0) {
            filled.set(0, count);
        }
        return filled;
    }

    private static int size(List<Long> shape) {
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }
}
