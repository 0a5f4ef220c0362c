package org.lynceus.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lynceus.itests.HttpCaller;
import org.lynceus.itests.Load;

/** Measures DetectFaces from the client's side, and splits it by what the responses tell of themselves. */
final class LatencyBenchmark {
    private static final int[] CLIENTS = {1, 2, 8};

    private final HttpCaller http;
    private final String body;
    private final PrintStream out;

    LatencyBenchmark(URI endpoint, byte[] picture, PrintStream out) {
        this.http = new HttpCaller(endpoint);
        this.body = HttpCaller.imageBody(picture);
        this.out = out;
    }

    void run(int warmup, int seconds) throws IOException, InterruptedException {
        calls(1, warmup);
        Map<Integer, List<Call>> runs = new LinkedHashMap<>();
        for (int clients : CLIENTS) {
            runs.put(clients, calls(clients, seconds));
        }
        out.printf(Locale.ROOT, "%nDetectFaces, body of %,d bytes%n", body.length());
        out.printf(
                "%8s %9s %9s %9s %12s %16s %8s%n",
                "clients", "calls/s", "p50 ms", "p95 ms", "floor p50", "p50 of ratio", "p50/p50");
        runs.forEach((clients, calls) -> summary(clients, seconds, calls));
        out.println("floor = decoding + ONNX sessions of the same requests");
        parts(runs.get(1));
        steps(runs.get(1));
    }

    private void summary(int clients, int seconds, List<Call> calls) {
        Sample end = Call.sample(calls, Call::millis);
        Sample floor = Call.sample(calls, call -> call.steps().floor());
        Sample ratio = Call.sample(calls, call -> call.millis() / call.steps().floor());
        out.printf(
                Locale.ROOT,
                "%8d %9.2f %9.2f %9.2f %12.2f %16.3f %8.3f%n",
                clients,
                calls.size() / (double) seconds,
                end.median(),
                end.quantile(0.95),
                floor.median(),
                ratio.median(),
                end.median() / floor.median());
    }

    private void parts(List<Call> calls) {
        out.printf("%nWhere the time goes, one client, p50 in ms%n");
        for (Steps.Kind kind : Steps.PARTS) {
            part(
                    kind.name().toLowerCase(Locale.ROOT),
                    Call.sample(calls, call -> call.steps().sum(kind)));
        }
        part(
                "not measured in server",
                Call.sample(calls, call -> call.steps().total() - call.steps().known()));
        part(
                "http and client",
                Call.sample(calls, call -> call.millis() - call.steps().total()));
        part("end to end", Call.sample(calls, Call::millis));
    }

    private void steps(List<Call> calls) {
        out.printf("%nEvery step, one client, p50 in ms%n");
        calls.stream()
                .flatMap(call -> call.steps().millis().keySet().stream())
                .distinct()
                .forEach(step -> part(
                        step, Call.sample(calls, call -> call.steps().millis().getOrDefault(step, 0.0))));
    }

    private void part(String name, Sample sample) {
        out.printf(Locale.ROOT, "  %-44s %8.3f%n", name, sample.median());
    }

    private List<Call> calls(int clients, int seconds) throws IOException, InterruptedException {
        List<Call> calls = Collections.synchronizedList(new ArrayList<>());
        try (Load load = new Load(clients, turn -> call(calls))) {
            Thread.sleep(seconds * 1000L);
            if (!load.failures().isEmpty()) {
                throw new IOException("failed: " + load.failures().get(0));
            }
        }
        return List.copyOf(calls);
    }

    private String call(List<Call> calls) throws IOException {
        calls.add(Call.detectFaces(http, body));
        return "";
    }
}
