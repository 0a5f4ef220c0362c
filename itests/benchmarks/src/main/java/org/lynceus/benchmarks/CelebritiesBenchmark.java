package org.lynceus.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lynceus.itests.HttpCaller;

/**
 * Measures RecognizeCelebrities from the client's side beside DetectFaces with the same attributes, which is what it does
 * before it encodes and searches. Both take turns, so that a busy moment of the machine hits both.
 */
final class CelebritiesBenchmark {
    /** As many turns as a median needs at least, however long they take. */
    private static final int FEWEST = 7;

    private final HttpCaller http;
    private final PrintStream out;

    CelebritiesBenchmark(URI endpoint, PrintStream out) {
        this.http = new HttpCaller(endpoint);
        this.out = out;
    }

    /** What was measured of one picture. */
    private record Runs(List<Call> detected, List<Call> recognized) {}

    /**
     * Measures.
     *
     * @param pictures file by name; when empty, pictures of 1, 5 and 64 faces are made
     * @param warmup seconds of calls before each picture
     * @param seconds of calls for each picture
     * @throws IOException when a call fails
     */
    void run(Map<String, byte[]> pictures, int warmup, int seconds) throws IOException {
        out.printf("%nRecognizeCelebrities, one client, p50%n");
        out.printf(
                "%-18s %5s %6s %14s %14s %7s %12s%n",
                "picture", "faces", "calls", "DetectFaces ms", "Celebrities ms", "ratio", "ms per face");
        Map<String, byte[]> asked = pictures.isEmpty() ? new FaceGroups(http).pictures() : pictures;
        for (Map.Entry<String, byte[]> picture : asked.entrySet()) {
            String body = HttpCaller.imageBody(picture.getValue());
            int faces = http.operation("DetectFaces", body)
                    .json()
                    .path("FaceDetails")
                    .size();
            turns(body, warmup);
            summary(picture.getKey(), faces, turns(body, seconds));
        }
        out.println("DetectFaces with EMOTIONS and SMILE; ms per face = the difference / faces");
    }

    private Runs turns(String body, int seconds) throws IOException {
        String detect = "{\"Attributes\":[\"EMOTIONS\",\"SMILE\"]," + body.substring(1);
        Runs runs = new Runs(new ArrayList<>(), new ArrayList<>());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (runs.detected().size() < FEWEST || System.nanoTime() < end) {
            runs.detected().add(Call.detectFaces(http, detect));
            runs.recognized().add(Call.of(http, "RecognizeCelebrities", body));
        }
        return runs;
    }

    private void summary(String name, int faces, Runs runs) {
        double detected = Call.sample(runs.detected(), Call::millis).median();
        double recognized = Call.sample(runs.recognized(), Call::millis).median();
        out.printf(
                Locale.ROOT,
                "%-18s %5d %6d %14.1f %14.1f %7.2f %12.2f%n",
                name,
                faces,
                runs.detected().size(),
                detected,
                recognized,
                recognized / detected,
                (recognized - detected) / Math.max(1, faces));
    }
}
