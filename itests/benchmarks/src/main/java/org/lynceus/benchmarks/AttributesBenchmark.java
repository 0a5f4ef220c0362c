package org.lynceus.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.lynceus.itests.FacePictures;
import org.lynceus.itests.HttpCaller;
import org.lynceus.itests.TestPictures;

/**
 * Measures DetectFaces without attributes and with all of them, from the client's side, beside the floor of the very same
 * requests. Both kinds of call take turns, so that a busy moment of the machine hits both.
 */
final class AttributesBenchmark {
    private static final double MARGIN = 0.5;
    private static final int COLUMNS = 6;
    private static final int ROWS = 5;
    private static final int GROUP_SIDE = 256;

    private final HttpCaller http;
    private final PrintStream out;
    private final int cores = Runtime.getRuntime().availableProcessors();

    AttributesBenchmark(URI endpoint, PrintStream out) {
        this.http = new HttpCaller(endpoint);
        this.out = out;
    }

    /** What was measured of one picture. */
    private record Runs(int faces, List<Call> plain, List<Call> all) {}

    /**
     * Measures.
     *
     * @param pictures file by name; when empty, pictures of one face and of a group are made
     * @param warmup seconds of calls before each picture
     * @param seconds of calls for each picture
     */
    void run(Map<String, byte[]> pictures, int warmup, int seconds) throws IOException {
        Map<String, Runs> runs = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> picture : (pictures.isEmpty() ? made() : pictures).entrySet()) {
            runs.put(picture.getKey(), measure(picture.getValue(), warmup, seconds));
        }
        out.printf("%nDetectFaces, one client, %d cores, p50%n", cores);
        out.printf(
                "%-18s %5s %-8s %6s %9s %9s %9s %9s %9s %12s%n",
                "picture", "faces", "asked", "calls", "ms", "floor", "ratio", "path", "ratio", "ALL/DEFAULT");
        runs.forEach((name, run) -> {
            summary(name, run, "DEFAULT", run.plain());
            summary(name, run, "ALL", run.all());
        });
        out.println("floor = decode + all sessions / cores");
        out.println("path  = decode + sessions of DEFAULT / min(cores, faces)"
                + " + the larger of further sessions / cores and the longest of them / faces");
        runs.forEach(this::steps);
    }

    private Runs measure(byte[] picture, int warmup, int seconds) throws IOException {
        String plain = HttpCaller.imageBody(picture);
        String all = "{\"Attributes\":[\"ALL\"]," + plain.substring(1);
        int faces = found(picture);
        turns(plain, all, faces, warmup);
        return turns(plain, all, faces, seconds);
    }

    private Runs turns(String plain, String all, int faces, int seconds) throws IOException {
        Runs runs = new Runs(faces, new ArrayList<>(), new ArrayList<>());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            runs.plain().add(Call.detectFaces(http, plain));
            runs.all().add(Call.detectFaces(http, all));
        }
        return runs;
    }

    private void summary(String name, Runs run, String asked, List<Call> calls) {
        Set<String> chain = names(run.plain());
        double millis = Call.sample(calls, Call::millis).median();
        out.printf(
                Locale.ROOT,
                "%-18s %5d %-8s %6d %9.1f %9.1f %9.2f %9.1f %9.2f %12.2f%n",
                name,
                run.faces(),
                asked,
                calls.size(),
                millis,
                Call.sample(calls, this::floor).median(),
                Call.sample(calls, call -> call.millis() / floor(call)).median(),
                Call.sample(calls, call -> path(call, chain, run.faces())).median(),
                Call.sample(calls, call -> call.millis() / path(call, chain, run.faces()))
                        .median(),
                millis / Call.sample(run.plain(), Call::millis).median());
    }

    private double floor(Call call) {
        return call.steps().sum(Steps.Kind.DECODE) + call.steps().sum(Steps.Kind.SESSION) / cores;
    }

    /**
     * Faces have to be found, one session after another, before anything is told of them; and a session is on one core.
     *
     * @param chain steps that finding takes
     */
    private double path(Call call, Set<String> chain, int faces) {
        double found = 0;
        double further = 0;
        double longest = 0;
        for (Map.Entry<String, Double> step : call.steps().millis().entrySet()) {
            if (Steps.kind(step.getKey()) == Steps.Kind.SESSION) {
                if (chain.contains(step.getKey())) {
                    found += step.getValue();
                } else {
                    further += step.getValue();
                    longest = Math.max(longest, step.getValue());
                }
            }
        }
        int atOnce = Math.max(1, Math.min(cores, faces));
        return call.steps().sum(Steps.Kind.DECODE)
                + found / atOnce
                + Math.max(further / cores, longest / Math.max(1, faces));
    }

    private void steps(String name, Runs run) {
        out.printf("%nWhere each millisecond goes, %s, p50 in ms%n", name);
        out.printf("  %-44s %9s %9s%n", "", "DEFAULT", "ALL");
        Set<String> steps = names(run.plain());
        steps.addAll(names(run.all()));
        steps.stream()
                .filter(step -> Steps.PARTS.contains(Steps.kind(step)))
                .forEach(step -> row(run, step, call -> call.steps().millis().getOrDefault(step, 0.0)));
        for (Steps.Kind kind : Steps.PARTS) {
            row(
                    run,
                    "all of kind " + kind.name().toLowerCase(Locale.ROOT),
                    call -> call.steps().sum(kind));
        }
        row(run, "all steps", call -> call.steps().known());
        row(run, "total in server", call -> call.steps().total());
        row(
                run,
                "total - steps (below 0: side by side)",
                call -> call.steps().total() - call.steps().known());
        row(
                run,
                "total * cores - steps (idle or not measured)",
                call -> call.steps().total() * cores - call.steps().known());
        row(run, "http and client", call -> call.millis() - call.steps().total());
        row(run, "end to end", Call::millis);
    }

    private void row(Runs run, String name, ToDoubleFunction<Call> value) {
        out.printf(
                Locale.ROOT,
                "  %-44s %9.2f %9.2f%n",
                name,
                Call.sample(run.plain(), value).median(),
                Call.sample(run.all(), value).median());
    }

    private static Set<String> names(List<Call> calls) {
        Set<String> names = new LinkedHashSet<>();
        calls.forEach(call -> names.addAll(call.steps().millis().keySet()));
        return names;
    }

    /** Pictures of one face and of a group, made of faces of the test photos. */
    private Map<String, byte[]> made() throws IOException {
        List<BufferedImage> faces = FacePictures.faces(http, MARGIN);
        for (BufferedImage face : faces) {
            byte[] small = TestPictures.jpeg(TestPictures.scaled(face, 250, 250));
            byte[] usual = TestPictures.jpeg(FacePictures.onWall(TestPictures.scaled(face, 480, 480), 640, 480));
            if (found(small) == 1 && found(usual) == 1) {
                Map<String, byte[]> made = new LinkedHashMap<>();
                made.put("face 250x250", small);
                made.put("face 640x480", usual);
                made.put(
                        "group " + COLUMNS * GROUP_SIDE + "x" + ROWS * GROUP_SIDE,
                        TestPictures.jpeg(FacePictures.group(faces, COLUMNS, ROWS, GROUP_SIDE)));
                return made;
            }
        }
        throw new IOException("no face of the photos is found alone");
    }

    private int found(byte[] picture) throws IOException {
        return http.detectFaces(picture).json().path("FaceDetails").size();
    }
}
