package org.lynceus.forge.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.lynceus.forge.ForgeException;

/**
 * A recorded run of a graph: a reproducible input and a summary of every output, made with the model's original
 * runtime.
 *
 * <p>Written as properties: {@code <graph>.input = low, high, start} (see {@link HashInput}) and for every output {@code
 * <graph>.<output>.l2} (Euclidean norm) and {@code <graph>.<output>.sample} (values at equally spaced flat indices).
 *
 * @param input the input
 * @param outputs the expected outputs by name
 */
record Golden(HashInput input, Map<String, Summary> outputs) {
    private static final double TOLERANCE = 1e-4;

    /**
     * The summary of an output.
     *
     * @param l2 Euclidean norm of all values
     * @param sample values at the indices i * size / sample count
     */
    record Summary(double l2, List<Double> sample) {
        static Summary of(float[] values, int count) {
            double sum = 0;
            for (float value : values) {
                sum += (double) value * value;
            }
            int taken = Math.min(count, values.length);
            Double[] sample = new Double[taken];
            for (int i = 0; i < taken; i++) {
                sample[i] = (double) values[(int) ((long) i * values.length / taken)];
            }
            return new Summary(Math.sqrt(sum), Arrays.asList(sample));
        }

        /** The largest of the relative deviations of norm and sample. */
        double deviation(Summary other) {
            double difference = 0;
            double norm = 0;
            for (int i = 0; i < sample.size(); i++) {
                difference += Math.pow(sample.get(i) - other.sample.get(i), 2);
                norm += Math.pow(sample.get(i), 2);
            }
            double ofSample = Math.sqrt(difference) / Math.max(Math.sqrt(norm), 1e-12);
            return Math.max(ofSample, Math.abs(l2 - other.l2) / Math.max(l2, 1e-12));
        }
    }

    /**
     * Reads the golden of a graph.
     *
     * @param properties the recorded runs of a model
     * @param graph the graph's name
     * @return its golden
     * @throws ForgeException when it is missing or malformed
     */
    static Golden of(Properties properties, String graph) throws ForgeException {
        double[] input = numbers(properties, graph + ".input");
        if (input.length != 3) {
            throw new ForgeException(
                    "The golden of graph " + graph + " needs '" + graph + ".input = low, high, start'");
        }
        Map<String, Summary> outputs = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(graph + ".") && key.endsWith(".l2")) {
                String output = key.substring(graph.length() + 1, key.length() - ".l2".length());
                double[] sample = numbers(properties, graph + "." + output + ".sample");
                outputs.put(
                        output,
                        new Summary(
                                numbers(properties, key)[0],
                                Arrays.stream(sample).boxed().toList()));
            }
        }
        if (outputs.isEmpty()) {
            throw new ForgeException("The golden of graph " + graph + " has no outputs");
        }
        return new Golden(new HashInput(input[0], input[1], (long) input[2]), outputs);
    }

    /**
     * Compares a run with the recorded one.
     *
     * @param label the beginning of messages
     * @param actual the values of every output
     * @throws ForgeException when an output is missing or deviates by more than 1e-4
     */
    void compare(String label, Map<String, float[]> actual) throws ForgeException {
        for (Map.Entry<String, Summary> expected : outputs.entrySet()) {
            float[] values = actual.get(expected.getKey());
            if (values == null) {
                throw new ForgeException(label + ": the golden names the output '" + expected.getKey()
                        + "', the graph has " + actual.keySet());
            }
            Summary summary = Summary.of(values, expected.getValue().sample().size());
            double deviation = expected.getValue().deviation(summary);
            if (!(deviation <= TOLERANCE)) {
                throw new ForgeException(label + ": output '" + expected.getKey() + "' deviates from its golden by "
                        + deviation + " (relative), " + TOLERANCE + " is allowed");
            }
        }
    }

    private static double[] numbers(Properties properties, String key) throws ForgeException {
        String text = properties.getProperty(key);
        if (text == null) {
            throw new ForgeException("The golden lacks the key '" + key + "'");
        }
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new ForgeException("The golden's " + key + " is not a list of numbers: " + text, e);
        }
    }
}
