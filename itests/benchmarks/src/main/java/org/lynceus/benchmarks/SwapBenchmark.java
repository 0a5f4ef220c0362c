package org.lynceus.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.lynceus.itests.Answer;
import org.lynceus.itests.Distribution;
import org.lynceus.itests.HttpCaller;
import org.lynceus.itests.Load;
import org.lynceus.itests.Lynceus;
import org.lynceus.itests.ModelJars;

/** Measures load by four clients while the face detector's model is replaced again and again. */
final class SwapBenchmark {
    private static final int CLIENTS = 4;
    private static final String MODEL = "org.lynceus.model.ultraface";

    private final Lynceus server;
    private final HttpCaller http;
    private final byte[] picture;
    private final PrintStream out;

    SwapBenchmark(Lynceus server, byte[] picture, PrintStream out) {
        this.server = server;
        this.http = new HttpCaller(server.endpoint());
        this.picture = picture;
        this.out = out;
    }

    void run(int seconds, int swaps) throws IOException, InterruptedException {
        Path original = Distribution.bundle(MODEL);
        Path deploy = server.data().resolve("deploy");
        long before = server.process().residentMegabytes();
        Sample millis;
        int failed;
        String first;
        try (Load load = new Load(CLIENTS, turn -> call())) {
            for (int number = 1; number <= swaps; number++) {
                // In place, and every other time beside the one that serves.
                String suffix = number % 2 == 0 ? ".beside" : "";
                ModelJars.drop(ModelJars.variant(original, suffix, number), deploy.resolve(MODEL + suffix + ".jar"));
                Thread.sleep(seconds * 1000L / swaps);
            }
            millis = new Sample(load.millis().stream().map(Long::doubleValue).toList());
            failed = load.failures().size();
            first = load.failures().stream().findFirst().orElse("");
        }
        out.printf("%nLoad by %d clients, %d replacements in %d s%n", CLIENTS, swaps, seconds);
        out.printf(
                Locale.ROOT,
                "  %d calls, %d failed %s%n  p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                millis.size(),
                failed,
                first,
                millis.median(),
                millis.quantile(0.95),
                millis.max());
        out.printf(
                "  resident %d MB before, %d MB after%n",
                before, server.process().residentMegabytes());
        out.printf("  models: %n%s%n", server.shell("lynceus:models"));
    }

    private String call() throws IOException {
        Answer answer = http.detectFaces(picture);
        return answer.status() == 200 ? "" : answer.status() + " " + answer.text();
    }
}
