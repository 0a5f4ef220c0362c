package org.lynceus.forge.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.lynceus.forge.ForgeException;

/**
 * A recorded run of a graph: a reproducible input and what is expected of every output, made with the model's original
 * runtime.
 *
 * <p>Written as properties: {@code <graph>.input = low, high, start} (see {@link HashInput}), {@code <graph>.shape}
 * where the graph takes any number of rows or columns, and for every output what {@link Summary} or {@link Peak} say.
 *
 * @param input the input
 * @param shape the shape of the input; empty for that of the graph
 * @param outputs what is expected of the outputs, by name
 */
record Golden(HashInput input, Optional<List<Long>> shape, Map<String, Expectation> outputs) {
    private static final String NORM = ".l2";
    private static final String PEAK = ".argmax";

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
        Map<String, Expectation> outputs = new LinkedHashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.startsWith(graph + ".") && key.endsWith(NORM)) {
                String prefix = key.substring(0, key.length() - NORM.length());
                double[] sample = numbers(properties, prefix + ".sample");
                outputs.put(
                        prefix.substring(graph.length() + 1),
                        new Summary(
                                numbers(properties, key)[0],
                                Arrays.stream(sample).boxed().toList()));
            } else if (key.startsWith(graph + ".") && key.endsWith(PEAK)) {
                outputs.put(
                        key.substring(graph.length() + 1, key.length() - PEAK.length()),
                        peak(properties, key.substring(0, key.length() - PEAK.length())));
            }
        }
        if (outputs.isEmpty()) {
            throw new ForgeException("The golden of graph " + graph + " has no outputs");
        }
        return new Golden(new HashInput(input[0], input[1], (long) input[2]), shape(properties, graph), outputs);
    }

    /** Whether an output's golden has the form for models that computed with integers. */
    boolean inexact() {
        return outputs.values().stream().anyMatch(Peak.class::isInstance);
    }

    /**
     * Compares a run with the recorded one.
     *
     * @param label the beginning of messages
     * @param actual the values of every output
     * @throws ForgeException when an output is missing or is not what is expected
     */
    void compare(String label, Map<String, GraphRunner.Output> actual) throws ForgeException {
        for (Map.Entry<String, Expectation> expected : outputs.entrySet()) {
            GraphRunner.Output output = actual.get(expected.getKey());
            if (output == null) {
                throw new ForgeException(label + ": the golden names the output '" + expected.getKey()
                        + "', the graph has " + actual.keySet());
            }
            expected.getValue().require(label + ": output '" + expected.getKey() + "'", output.values());
        }
    }

    private static Peak peak(Properties properties, String prefix) throws ForgeException {
        double[] peak = numbers(properties, prefix + PEAK);
        double[] tolerance = numbers(properties, prefix + ".tolerance");
        if (peak.length != 2 || tolerance.length != 1 || peak[0] < 0 || !(tolerance[0] >= 0)) {
            throw new ForgeException(
                    "The golden needs '" + prefix + PEAK + " = index, value' and '" + prefix + ".tolerance = number'");
        }
        return new Peak((int) peak[0], peak[1], tolerance[0]);
    }

    private static Optional<List<Long>> shape(Properties properties, String graph) throws ForgeException {
        String key = graph + ".shape";
        if (properties.getProperty(key) == null) {
            return Optional.empty();
        }
        List<Long> shape = new ArrayList<>();
        for (double size : numbers(properties, key)) {
            if (size < 1) {
                throw new ForgeException("The golden's " + key + " leaves a dimension open");
            }
            shape.add((long) size);
        }
        return Optional.of(shape);
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
