package org.lynceus.benchmarks;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.lynceus.benchmarks.GraphVariant.Setting;

/**
 * Times the graphs of model bundles, one call at a time: at one thread as they are, and as ratios to that with a fixed
 * shape, with two threads and without the optimiser's layout changes. The settings of a graph take turns, so that a busy
 * moment of the machine hits all of them.
 */
final class ModelBenchmark {
    private static final int ROUNDS = 7;
    private static final List<Setting> SETTINGS = List.of(
            new Setting("1 thread", 1, false, true),
            new Setting("fixed shape", 1, true, true),
            new Setting("2 threads", 2, false, true),
            new Setting("basic optimiser", 1, false, false));

    private final PrintStream out;

    ModelBenchmark(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures all model bundles below a folder.
     *
     * @param folder searched for jars with a {@code model.properties}
     * @param only part of a model's id that it has to contain, may be empty
     */
    void run(Path folder, String only) throws IOException {
        out.printf("%-22s %-18s %8s %10s", "model", "graph", "MB", "ms");
        SETTINGS.stream().skip(1).forEach(setting -> out.printf(" %16s", setting.name()));
        out.println();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path jar : files.filter(ModelBenchmark::isBundle).sorted().toList()) {
                measure(jar, only);
            }
        }
    }

    private void measure(Path path, String only) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Properties model = new Properties();
            try (Reader reader = new InputStreamReader(open(jar, "model.properties"), StandardCharsets.UTF_8)) {
                model.load(reader);
            }
            if (model.getProperty("id").contains(only)) {
                for (String graph : model.getProperty("graphs").split(",")) {
                    measure(jar, model, graph.strip());
                }
            }
        }
    }

    private void measure(JarFile jar, Properties model, String graph) throws IOException {
        byte[] onnx;
        try (InputStream stream = open(jar, model.getProperty("graph." + graph + ".file"))) {
            onnx = stream.readAllBytes();
        }
        long[] shape = Arrays.stream(
                        model.getProperty("graph." + graph + ".shape").split(","))
                .mapToLong(axis -> Long.parseLong(axis.strip()))
                .toArray();
        double[] millis = millis(onnx, shape);
        out.printf(
                Locale.ROOT, "%-22s %-18s %8.1f %10.2f", model.getProperty("id"), graph, onnx.length / 1e6, millis[0]);
        for (int i = 1; i < millis.length; i++) {
            out.printf(Locale.ROOT, " %16.2f", millis[i] / millis[0]);
        }
        out.println();
    }

    /** The median over the rounds of a call's duration, by setting. */
    private static double[] millis(byte[] onnx, long[] shape) {
        List<GraphVariant> variants = SETTINGS.stream()
                .map(setting -> GraphVariant.open(onnx, shape, setting))
                .toList();
        try {
            double[][] rounds = new double[variants.size()][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < variants.size(); i++) {
                    rounds[i][round] = variants.get(i).millisPerCall();
                }
            }
            return Arrays.stream(rounds)
                    .mapToDouble(
                            values -> new Sample(Arrays.stream(values).boxed().toList()).median())
                    .toArray();
        } catch (OrtException e) {
            throw new IllegalStateException("a graph does not run", e);
        } finally {
            variants.forEach(GraphVariant::close);
        }
    }

    private static boolean isBundle(Path file) {
        if (!file.getFileName().toString().endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getEntry("model.properties") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static InputStream open(JarFile jar, String entry) throws IOException {
        return jar.getInputStream(jar.getEntry(entry));
    }
}
