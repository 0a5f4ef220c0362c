package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.itests.Patience.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replacing models and detectors while requests are served. */
class SwapIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int SWAPS = Integer.getInteger("lynceus.swap.count", 6);
    private static final Duration AT_LEAST = Duration.ofSeconds(Integer.getInteger("lynceus.swap.seconds", 0));
    private static final String DETECTOR = "org.lynceus.detector.faces";
    private static final List<String> MODELS = List.of("org.lynceus.model.ultraface", "org.lynceus.model.mobileface");
    private static final byte[] PHOTO =
            TestPictures.jpeg(TestPictures.scaled(TestPictures.image("sample1.jpg"), 480, 320));

    private Lynceus server;
    private HttpCaller http;
    private Path deploy;

    @BeforeEach
    void start() throws Exception {
        server = Lynceus.create("swap").start();
        http = new HttpCaller(server.endpoint());
        deploy = server.data().resolve("deploy");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void modelsAreReplacedUnderLoadWithoutAFailedRequest() throws Exception {
        // Both ways once before the count, so that what is made only once is made.
        swap(1000, "");
        swap(1001, ".beside");
        withdraw();
        Census before = census();
        assertThat(before.sessions()).isPositive();
        assertThat(before.detectors()).isPositive();
        long begun = System.nanoTime();

        List<String> failures;
        int calls;
        try (Load load = new Load(4, this::callOnce)) {
            for (int number = 1; number <= SWAPS || System.nanoTime() - begun < AT_LEAST.toNanos(); number++) {
                swap(number, number % 2 == 0 ? ".beside" : "");
                int ended = load.ended();
                eventually(LONG, () -> assertThat(load.ended()).isGreaterThan(ended + 8));
            }
            withdraw();
            failures = load.failures();
            calls = load.ended();
        }

        assertThat(failures).isEmpty();
        assertThat(calls).isGreaterThan(8 * SWAPS);
        eventually(LONG, () -> census().assertNoMoreThan(before));
        assertThat(server.errors()).isEmpty();
    }

    @Test
    void aRemovedDetectorIsMissedAtOnceAndWelcomeBack() throws Exception {
        long pid = server.process().pid();
        assertThat(http.detectFaces(PHOTO).status()).isEqualTo(200);

        server.shell("bundle:uninstall " + DETECTOR);
        // Whoever asks just now waits a while for a successor.
        eventually(
                Duration.ofSeconds(20),
                () -> assertThat(http.detectFaces(PHOTO).status()).isEqualTo(501));
        long start = System.nanoTime();
        Answer missing = http.detectFaces(PHOTO);
        assertThat(missing.status()).isEqualTo(501);
        assertThat(missing.code()).isEqualTo("NotImplementedException");
        assertThat(missing.message()).contains("faces");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(http.compareFaces(PHOTO, PHOTO).status()).isEqualTo(501);
        assertThat(http.post("/v1/detect/faces", "image/jpeg", PHOTO).status()).isIn(404, 501);

        ModelJars.drop(Files.readAllBytes(Distribution.bundle(DETECTOR)), deploy.resolve("detector.jar"));
        eventually(LONG, () -> assertThat(http.detectFaces(PHOTO).status()).isEqualTo(200));
        assertThat(http.compareFaces(PHOTO, PHOTO).status()).isEqualTo(200);
        assertThat(http.get("/health/ready").status()).isEqualTo(200);
        assertThat(server.process().pid()).isEqualTo(pid);
        assertThat(server.process().isAlive()).isTrue();
    }

    /** What must not grow. */
    private record Census(long sessions, long environments, long wirings, long detectors) {
        void assertNoMoreThan(Census before) {
            assertThat(sessions).as("sessions").isEqualTo(before.sessions);
            assertThat(environments).as("environments").isEqualTo(before.environments);
            assertThat(wirings).as("wirings, which hold the class loaders").isLessThanOrEqualTo(before.wirings);
            assertThat(detectors).as("detectors").isEqualTo(before.detectors);
        }
    }

    private Census census() throws IOException {
        ServerProcess process = server.process();
        return new Census(
                process.instances("ai.onnxruntime.OrtSession"),
                process.instances("ai.onnxruntime.OrtEnvironment"),
                process.instances("org.apache.felix.framework.BundleWiringImpl"),
                process.instances("org.lynceus.detector.faces.internal.FacesDetector"));
    }

    private String callOnce(int turn) throws IOException {
        Answer answer = turn % 4 == 0 ? http.compareFaces(PHOTO, PHOTO) : http.detectFaces(PHOTO);
        if (answer.status() != 200) {
            return answer.status() + " " + answer.text();
        }
        String list = turn % 4 == 0 ? "UnmatchedFaces" : "FaceDetails";
        int expected = turn % 4 == 0 ? 2 : 3;
        int found = answer.json().path(list).size();
        return found == expected ? "" : found + " faces instead of " + expected;
    }

    /** Overwrites the two models' jars in the deploy folder, and waits until the server uses them. */
    private void swap(int number, String suffix) throws IOException {
        for (String model : MODELS) {
            ModelJars.drop(
                    ModelJars.variant(Distribution.bundle(model), suffix, number),
                    deploy.resolve(model + suffix + ".jar"));
        }
        eventually(LONG, () -> assertThat(served("9.0." + number + " ")).hasSize(MODELS.size()));
    }

    /** Takes all jars out of the deploy folder, and waits until the distribution's own models serve again. */
    private void withdraw() throws IOException {
        for (Path jar : FileTrees.files(deploy)) {
            Files.delete(jar);
        }
        eventually(LONG, () -> {
            assertThat(served("9.0.")).isEmpty();
            assertThat(http.get("/health/ready").status()).isEqualTo(200);
        });
    }

    /** The lines of the models, of which the version begins so, that the shell lists as warm. */
    private List<String> served(String version) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : server.shell("lynceus:models").lines().toList()) {
            if (line.contains(" " + version) && line.contains("warm")) {
                lines.add(line);
            }
        }
        return lines;
    }
}
