package org.lynceus.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lynceus.itests.Answer;
import org.lynceus.itests.Distribution;
import org.lynceus.itests.HttpCaller;
import org.lynceus.itests.Lynceus;

/**
 * Measures what further galleries add to a call of RecognizeCelebrities, and how soon a gallery that is dropped into the
 * folder of bundles answers.
 */
final class GalleryBenchmark {
    private static final List<Integer> PEOPLE = List.of(535, 5_000, 50_000);
    private static final int ROUNDS = 3;
    private static final int FEWEST = 4;
    private static final int DROPS = 5;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final String ID = "benchmark";

    private final Lynceus server;
    private final HttpCaller http;
    private final PrintStream out;

    GalleryBenchmark(Lynceus server, PrintStream out) {
        this.server = server;
        this.http = new HttpCaller(server.endpoint());
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param warmup seconds of calls before the first run
     * @param seconds of calls of each run
     * @throws IOException when a call fails or a gallery does not answer
     * @throws InterruptedException when somebody wants it to end
     */
    void run(int warmup, int seconds) throws IOException, InterruptedException {
        FaceGroups groups = new FaceGroups(http);
        byte[] face = groups.alone();
        JsonNode portraits =
                http.post("/v1/detect/face-portraits", "image/jpeg", face).json();
        out.printf("%nWhat a further gallery adds, one client, p50 in ms%n");
        out.printf("%-18s %8s %9s %9s %9s%n", "picture", "people", "without", "with", "search");
        for (Map.Entry<String, byte[]> picture : groups.pictures().entrySet()) {
            calls(picture.getValue(), warmup);
            for (int people : PEOPLE) {
                Path jar = written(SyntheticGallery.of(ID, people, portraits));
                List<Call> without = new ArrayList<>();
                List<Call> with = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    without.addAll(calls(picture.getValue(), (double) seconds / ROUNDS));
                    drop(jar, face);
                    with.addAll(calls(picture.getValue(), (double) seconds / ROUNDS));
                    withdraw(face);
                }
                double before = Call.sample(without, Call::millis).median();
                double after = Call.sample(with, Call::millis).median();
                out.printf(
                        Locale.ROOT,
                        "%-18s %,8d %9.2f %9.2f %9.2f%n",
                        picture.getKey(),
                        people,
                        before,
                        after,
                        after - before);
            }
        }
        out.println("without = the shipped gallery alone; both in turns, " + ROUNDS + " times");
        drops(SyntheticGallery.of(ID, PEOPLE.get(0), portraits), face);
    }

    private void drops(SyntheticGallery gallery, byte[] face) throws IOException, InterruptedException {
        Path jar = written(gallery);
        List<Double> come = new ArrayList<>();
        List<Double> gone = new ArrayList<>();
        for (int i = 0; i < DROPS; i++) {
            come.add(millisOf(() -> drop(jar, face)));
            gone.add(millisOf(() -> withdraw(face)));
        }
        out.printf(Locale.ROOT, "%nA gallery of %,d people dropped %d times, ms%n", gallery.people(), DROPS);
        print("from the drop to the first right name", new Sample(come));
        print("from the deletion to the first answer without", new Sample(gone));
    }

    private void print(String what, Sample millis) {
        out.printf(Locale.ROOT, "  %-46s median %6.0f, longest %6.0f%n", what, millis.median(), millis.max());
    }

    /** Some work that talks to the server. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double millisOf(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private List<Call> calls(byte[] picture, double seconds) throws IOException {
        String body = HttpCaller.imageBody(picture);
        List<Call> calls = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (calls.size() < FEWEST || System.nanoTime() < end) {
            calls.add(Call.of(http, "RecognizeCelebrities", body));
        }
        return calls;
    }

    private static Path written(SyntheticGallery gallery) throws IOException {
        Path jar = Distribution.scratch().resolve(ID + ".jar.part");
        gallery.write(jar);
        return jar;
    }

    private void drop(Path jar, byte[] face) throws IOException, InterruptedException {
        Path copy = Files.copy(jar, jar.resolveSibling(ID + ".copy"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, dropped(), StandardCopyOption.ATOMIC_MOVE);
        await(face, true);
    }

    private void withdraw(byte[] face) throws IOException, InterruptedException {
        Files.delete(dropped());
        await(face, false);
    }

    private Path dropped() {
        return server.data().resolve("deploy").resolve(ID + ".jar");
    }

    /** Asks until the face is that of the gallery's last person, or until it is nobody's. */
    private void await(byte[] face, boolean named) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (named(face) != named) {
            if (System.nanoTime() > end) {
                throw new IOException("the gallery is " + (named ? "not live" : "not gone") + ": "
                        + server.shell("lynceus:galleries " + ID));
            }
            Thread.sleep(10);
        }
    }

    private boolean named(byte[] face) throws IOException {
        Answer answer = http.recognizeCelebrities(face);
        if (answer.status() != 200) {
            throw new IOException(answer.text());
        }
        return !answer.json().path("CelebrityFaces").isEmpty();
    }
}
