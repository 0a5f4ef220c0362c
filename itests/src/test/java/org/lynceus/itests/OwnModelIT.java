package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lynceus.itests.Patience.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Weight files that a user brings: packed with the script, dropped into a running server, asked, broken, taken away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnModelIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PHOTO = "sample1.jpg";

    private static Lynceus server;
    private static HttpCaller http;
    private static Path deploy;
    private static Map<String, Path> jars;
    private static Load load;
    private static String shippedEncoder;

    @BeforeAll
    static void bringModels() throws Exception {
        server = Lynceus.create("own");
        jars = OwnBundles.pack(new ModelPack(server));
        server.start();
        http = new HttpCaller(server.endpoint());
        deploy = server.data().resolve("deploy");
        eventually(LONG, () -> assertThat(types()).contains("face-embedding"));
        shippedEncoder = encoder();
        byte[] small = TestPictures.jpeg(TestPictures.scaled(TestPictures.image(PHOTO), 480, 320));
        load = new Load(2, turn -> callOnce(turn, small));
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            ModelJars.drop(Files.readAllBytes(jar.getValue()), dropped(jar.getKey()));
        }
        eventually(LONG, () -> assertThat(types()).containsAll(ownTypes()));
    }

    @AfterAll
    static void stop() throws Exception {
        if (load != null) {
            load.close();
        }
        server.close();
    }

    @Test
    void aYoloxFindsSquaresOfItsStrides() throws Exception {
        byte[] picture = ColourPictures.black(384, 288)
                .square(Color.RED, 128, 128, 128)
                .square(Color.BLUE, 320, 0, 64)
                .png();

        JsonNode found = detect("model:own-yolox", picture);

        assertThat(found.path("model").path("id").asText()).isEqualTo("own-yolox");
        assertThat(found.path("objects")).hasSize(2);
        assertObject(named(found, "red"), 1 / 3.0, 4 / 9.0, 1 / 3.0, 4 / 9.0);
        assertObject(named(found, "blue"), 5 / 6.0, 0, 1 / 6.0, 2 / 9.0);
    }

    @Test
    void aDetrFindsSquaresOfItsQueriesAndIsTheDetectorOfItsRole() throws Exception {
        byte[] picture = ColourPictures.black(192, 192)
                .square(Color.GREEN, 0, 128, 64)
                .square(Color.RED, 128, 64, 64)
                .png();

        JsonNode found = detect("object-detection", picture);

        assertThat(found.path("model").path("id").asText()).isIn("own-detr", "own-yolox");
        found = detect("model:own-detr", picture);
        assertThat(found.path("objects")).hasSize(2);
        assertObject(named(found, "green"), 0, 2 / 3.0, 1 / 3.0, 1 / 3.0);
        assertObject(named(found, "red"), 2 / 3.0, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    @Test
    void aFaceEncoderIsTheOneOfComparisons() throws Exception {
        byte[] photo = TestPictures.bytes(PHOTO);
        BufferedImage picture = TestPictures.image(PHOTO);
        JsonNode faces = detect("faces", photo).path("faces");
        JsonNode encoded = detect("face-embedding", photo);

        assertThat(shippedEncoder).isEqualTo("mobileface+dlib-face");
        assertThat(encoded.path("model").path("id").asText()).isEqualTo("own-arcface");
        assertThat(encoded.path("faces")).hasSize(3);
        for (int face = 0; face < faces.size(); face++) {
            double[] expected = AlignedColours.vector(picture, faces.get(face).path("alignment"));
            JsonNode vector = encoded.path("faces").get(face).path("embedding");
            assertThat(vector).hasSize(OwnModels.EMBEDDING);
            double cosine = 0;
            double square = 0;
            for (int i = 0; i < expected.length; i++) {
                cosine += expected[i] * vector.get(i).asDouble();
                square += Math.pow(vector.get(i).asDouble(), 2);
            }
            assertThat(square).isCloseTo(1, within(1e-4));
            assertThat(cosine).as("face " + face).isGreaterThan(0.999);
        }
        assertThat(detect("model:mobileface", photo).path("faces").get(0).path("embedding"))
                .hasSizeGreaterThan(OwnModels.EMBEDDING);
        JsonNode comparison = http.compareFaces(photo, photo).json();
        assertThat(comparison.path("FaceMatches").get(0).path("Similarity").asDouble())
                .isEqualTo(100);
    }

    @Test
    void anImageTowerTellsTheNearestLabels() throws Exception {
        for (Color color : OwnBundles.COLORS) {
            JsonNode labels = detect("open-vocabulary-tagging", ColourPictures.plain(color))
                    .path("labels");

            assertThat(labels).hasSize(OwnBundles.COLORS.size());
            assertThat(labels.get(0).path("label").asText()).isEqualTo(OwnBundles.name(color));
            assertThat(labels.get(0).path("confidence").asDouble()).isGreaterThan(99);
        }
        assertThat(detect("model:own-clip?maxResults=1", ColourPictures.plain(Color.RED))
                        .path("labels"))
                .hasSize(1);
    }

    @Test
    void aTensorFlowLiteClassifierTellsItsClasses() throws Exception {
        for (Color color : OwnBundles.COLORS.subList(0, 3)) {
            JsonNode labels = detect("image-classification?minConfidence=50", ColourPictures.plain(color))
                    .path("labels");

            assertThat(labels).hasSize(1);
            assertThat(labels.get(0).path("label").asText()).isEqualTo(OwnBundles.name(color));
            assertThat(labels.get(0).path("confidence").asDouble()).isGreaterThan(99);
        }
    }

    @Test
    void licencesAreToldInPlainWords() throws Exception {
        String told = server.shell("lynceus:models; lynceus:models own-yolox; lynceus:models --licences");

        assertThat(told.lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "open-vocabulary-tagging",
                                "own-clip",
                                "warm",
                                OwnBundles.LICENCE + ": not for commercial use"))
                .anySatisfy(
                        line -> assertThat(line).contains("mobileface", "MIT: free for every use", "faceplugin@1.0.3"))
                .anySatisfy(line -> assertThat(line).contains("input", "1 x 3 x 96 x 96 NCHW BGR"))
                .anySatisfy(line -> assertThat(line).startsWith("own-detr 1.0.0, object-detection"))
                .anySatisfy(line -> assertThat(line).contains("faceplugin@1.0.3 : model/fr_feature.onnx"));
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() throws Exception {
        Answer answer =
                http.post("/v1/detect/model:own-yolox?minConfidence=101", "image/png", ColourPictures.plain(Color.RED));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("minConfidence is a number from 0 to 100, not 101.0");
    }

    @Test
    @Order(Order.DEFAULT + 1)
    void brokenBundlesLeaveTheModelThatServes() throws Exception {
        BundleFile whole = BundleFile.read(jars.get("own-yolox"));
        byte[] picture =
                ColourPictures.black(96, 96).square(Color.RED, 32, 32, 32).png();
        Path file = dropped("own-yolox");

        ModelJars.drop(whole.damaged().bytes(), file);
        awaitComplaint("the SHA-256 is");
        assertThat(detect("model:own-yolox", picture).path("objects")).hasSize(1);

        ModelJars.drop(
                whole.described(text -> text.replaceAll("(?m)^decoder\\s*=.*$", "decoder = yolo99"))
                        .bytes(),
                file);
        awaitComplaint("yolo99");
        assertThat(detect("model:own-yolox", picture).path("objects")).hasSize(1);

        byte[] jar = whole.bytes();
        ModelJars.drop(Arrays.copyOf(jar, jar.length / 2), deploy.resolve("cut-off.jar"));
        try (Load calls = new Load(1, turn -> status(http.post("/v1/detect/model:own-yolox", "image/png", picture)))) {
            ModelJars.drop(
                    whole.described(text -> text.replaceAll("(?m)^version\\s*=.*$", "version = 2.0.0"))
                            .bytes(),
                    file);
            eventually(
                    LONG,
                    () -> assertThat(detect("model:own-yolox", picture)
                                    .path("model")
                                    .path("version")
                                    .asText())
                            .isEqualTo("2.0.0"));
            assertThat(calls.ended()).isPositive();
            assertThat(calls.failures()).isEmpty();
        }
        Files.delete(deploy.resolve("cut-off.jar"));
    }

    @Test
    @Order(Order.DEFAULT + 2)
    void modelsThatAreTakenAwayLeaveTheirPlacesToOthers() throws Exception {
        for (String id : jars.keySet()) {
            Files.delete(dropped(id));
        }

        eventually(LONG, () -> {
            assertThat(types()).doesNotContainAnyElementsOf(ownTypes());
            assertThat(encoder()).isEqualTo(shippedEncoder);
        });
        assertThat(http.get("/health/ready").status()).isEqualTo(200);
        int ended = load.ended();
        eventually(LONG, () -> assertThat(load.ended()).isGreaterThan(ended + 8));
        assertThat(load.failures()).isEmpty();
    }

    private static String callOnce(int turn, byte[] photo) throws IOException {
        Answer answer = turn % 3 == 0
                ? http.compareFaces(photo, photo)
                : turn % 3 == 1 ? http.detectFaces(photo) : http.post("/v1/detect/face-embedding", "image/jpeg", photo);
        return status(answer);
    }

    private static String status(Answer answer) {
        return answer.status() == 200 ? "" : answer.status() + " " + answer.text();
    }

    private static Path dropped(String id) {
        return deploy.resolve(id + ".jar");
    }

    private static List<String> ownTypes() {
        return jars.keySet().stream().map(id -> "model:" + id).toList();
    }

    private static List<String> types() throws IOException {
        List<String> types = new ArrayList<>();
        http.get("/v1").json().path("types").forEach(type -> types.add(type.asText()));
        return types;
    }

    /** The id of the model that encodes faces by default. */
    private static String encoder() throws IOException {
        return detect("face-embedding", ColourPictures.plain(Color.GRAY))
                .path("model")
                .path("id")
                .asText();
    }

    private static JsonNode detect(String type, byte[] picture) throws IOException {
        Answer answer = http.post("/v1/detect/" + type, "application/octet-stream", picture);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode named(JsonNode found, String label) {
        for (JsonNode object : found.path("objects")) {
            if (object.path("label").asText().equals(label)) {
                return object;
            }
        }
        throw new AssertionError("no " + label + " in " + found);
    }

    private static void assertObject(JsonNode object, double left, double top, double width, double height) {
        assertThat(object.path("confidence").asDouble()).isGreaterThan(95);
        double[] expected = {left, top, width, height};
        List<String> sides = List.of("left", "top", "width", "height");
        for (int i = 0; i < expected.length; i++) {
            assertThat(object.path("box").path(sides.get(i)).asDouble())
                    .as("%s of %s", sides.get(i), object)
                    .isCloseTo(expected[i], within(0.01));
        }
    }

    private static void awaitComplaint(String words) {
        eventually(
                LONG,
                () -> assertThat(server.errors())
                        .anySatisfy(line -> assertThat(line).contains("own-yolox", words, "goes on serving")));
    }
}
