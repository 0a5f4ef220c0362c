package org.lynceus.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.DrawnFaces;
import org.lynceus.client.DrawnFaces.Face;
import org.lynceus.client.DrawnFaces.Scene;
import org.lynceus.client.FakeServer;
import org.lynceus.client.FakeServer.Reply;

class EvaluateTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path folder;

    private FakeServer server;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer()
                .at(
                        "/v1/models",
                        body -> Reply.ok(
                                "{\"models\":[{\"role\":\"face-embedding\",\"id\":\"fake\",\"version\":\"1.0\"}]}"))
                .on("DetectFaces", request -> detect(request, ""))
                .on("CompareFaces", EvaluateTest::compare);
        Files.createDirectories(folder.resolve("images"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void measuresPairs() throws IOException {
        draw("a.png", face(100, 60, 50));
        draw("b.png", face(90, 50, 60));
        draw("c.png", face(90, 50, 200));
        draw("none.png");
        Files.writeString(
                folder.resolve("pairs.csv"),
                "image1,image2,same,pose\na.png,b.png,1,front\na.png,c.png,0,front\nb.png,c.png,0,side\nnone.png,a.png,1,side\n");

        JsonNode pairs = evaluate("--by", "pose").path("pairs");

        // Similarity is 100 less the difference of the shades.
        assertThat(pairs.path("accuracyAt80").asDouble()).isEqualTo(0.75);
        assertThat(pairs.path("bestThreshold").asDouble()).isEqualTo(90);
        assertThat(pairs.path("notCompared").asInt()).isEqualTo(1);
        assertThat(pairs.path("withoutFace").asInt()).isEqualTo(1);
        assertThat(pairs.path("differentAt80").asInt()).isZero();
        assertThat(pairs.at("/by_pose/0/accuracy").asDouble()).isEqualTo(1);
        assertThat(pairs.at("/by_pose/1/notCompared").asInt()).isEqualTo(1);
        assertThat(out.toString()).contains("Server " + server.endpoint(), "face-embedding fake 1.0");
    }

    @Test
    void theCentralFaceCounts() throws IOException {
        // Both have a larger face of another person at the edge.
        draw("a.png", face(100, 60, 50), new Face(0, 90, 60, 70, 200));
        draw("b.png", face(90, 50, 60), new Face(0, 90, 60, 70, 130));
        Files.writeString(folder.resolve("pairs.csv"), "image1,image2,same\na.png,b.png,1\n");

        JsonNode pairs = evaluate().path("pairs");

        assertThat(pairs.path("cut").asInt()).isEqualTo(1);
        assertThat(pairs.path("bestThreshold").asDouble()).isEqualTo(90);
    }

    @Test
    void measuresLandmarks() throws IOException {
        draw("a.png", face(100, 60, 50));
        draw("b.png");
        String header = "image,"
                + IntStream.range(0, 68)
                        .mapToObj(i -> "p" + i + "x,p" + i + "y")
                        .collect(Collectors.joining(","));
        String points = IntStream.range(0, 68).mapToObj(EvaluateTest::point).collect(Collectors.joining(","));
        Files.writeString(folder.resolve("landmarks.csv"), header + "\na.png," + points + "\nb.png," + points + "\n");
        // The nose is right; the mouth's left corner is 3 pixels too far right; outer corners are 30 pixels apart.
        server.on(
                "DetectFaces",
                request -> detect(
                        request,
                        ",\"Pose\":{\"Yaw\":-30,\"Pitch\":1},\"Landmarks\":[" + landmark("nose", 120, 80) + ","
                                + landmark("mouthLeft", 113, 90) + "]"));

        JsonNode landmarks = evaluate().path("landmarks");

        assertThat(landmarks.path("faces").asInt()).isEqualTo(2);
        assertThat(landmarks.path("found").asInt()).isEqualTo(1);
        assertThat(landmarks.path("frontal").asInt()).isZero();
        JsonNode five = landmarks.at("/means/0");
        assertThat(five.path("points").asInt()).isEqualTo(2);
        assertThat(five.path("allByCorners").asDouble()).isBetween(4.999, 5.001);
        assertThat(five.path("frontalByCorners").isNull()).isTrue();
        assertThat(landmarks.at("/landmarks/2/right").asDouble()).isBetween(9.999, 10.001);
    }

    @Test
    void measuresAttributes() throws IOException {
        draw("a.png", face(100, 60, 50));
        draw("b.png", face(100, 60, 60));
        Files.writeString(
                folder.resolve("labels.csv"),
                "image,smile,gender,age,emotion\na.png,1,male,30,happiness\nb.png,0,female,40,neutral\n");
        server.on(
                "DetectFaces",
                request -> detect(
                        request,
                        ",\"Smile\":{\"Value\":true,\"Confidence\":80},\"AgeRange\":{\"Low\":28,\"High\":36},\"Emotions\":["
                                + "{\"Type\":\"CONFUSED\",\"Confidence\":70},{\"Type\":\"HAPPY\",\"Confidence\":60}]"));

        JsonNode attributes = evaluate().path("attributes");

        JsonNode gender = attributes.at("/traits/0");
        assertThat(gender.path("labels").asInt()).isEqualTo(2);
        assertThat(gender.path("answers").asInt()).isZero();
        JsonNode smile = attributes.at("/traits/1");
        assertThat(smile.path("balancedAccuracy").asDouble()).isEqualTo(0.5);
        assertThat(smile.path("truePositiveRate").asDouble()).isEqualTo(1);
        assertThat(attributes.at("/traitsReliability/0/gap").asDouble()).isEqualTo(-30);
        assertThat(attributes.at("/age/0/meanError").asDouble()).isEqualTo(5);
        assertThat(attributes.at("/age/0/inside").asDouble()).isEqualTo(0.5);
        assertThat(attributes.path("emotionAccuracy6").asDouble()).isEqualTo(1);
        assertThat(attributes.path("emotionAccuracy7").asDouble()).isEqualTo(0.5);
        assertThat(attributes.at("/emotionConfusion/6/HAPPY").asInt()).isEqualTo(1);
    }

    @Test
    void measuresRotations() throws IOException {
        draw("a.png", face(20, 60, 50), face(150, 30, 60));
        draw("b.png");
        AtomicInteger sent = new AtomicInteger();
        server.on("DetectFaces", request -> {
            sent.incrementAndGet();
            Scene scene = DrawnFaces.see(request.path("Image"));
            // One face is not found upside down.
            int most = scene.orientation().equals("ROTATE_180") ? 1 : 2;
            List<Face> found = scene.faces().stream().limit(most).toList();
            Scene seen = new Scene(scene.width(), scene.height(), found, scene.orientation());
            return Reply.ok("{\"OrientationCorrection\":\"" + scene.orientation() + "\",\"FaceDetails\":["
                    + seen.details("") + "]}");
        });

        JsonNode turns = evaluate("--only", "rotations").at("/rotations/turns");

        assertThat(sent).hasValue(8);
        assertThat(turns.at("/1/share").asDouble()).isEqualTo(1);
        assertThat(turns.at("/2/found").asInt()).isEqualTo(1);
        assertThat(turns.at("/4/share").asDouble()).isEqualTo(5 / 6.0);
        assertThat(turns.at("/4/judged").asInt()).isEqualTo(3);
        assertThat(turns.at("/4/right").asInt()).isEqualTo(3);
    }

    @Test
    void measuresAllPairs() throws IOException {
        // The cosine of two faces falls with the difference of their shades.
        int[] shades = {50, 60, 100, 110, 200, 210};
        for (int i = 0; i < shades.length; i++) {
            draw("Person" + i / 2 + "_" + i + ".png", face(100, 60, shades[i]));
        }
        draw("Person9_1.png");
        server.at(
                "/v1/detect/face-embedding",
                body -> Reply.ok("{\"model\":{\"encoder\":\"fake-1\"},\"faces\":["
                        + DrawnFaces.see(body).faces().stream()
                                .map(EvaluateTest::embedding)
                                .collect(Collectors.joining(","))
                        + "]}"));

        JsonNode all = evaluate("--only", "all-pairs").path("allPairs");

        assertThat(all.path("encoder").asText()).isEqualTo("fake-1");
        assertThat(all.path("withoutFace").asInt()).isEqualTo(1);
        assertThat(all.path("same").asInt()).isEqualTo(3);
        assertThat(all.path("different").asInt()).isEqualTo(12);
        assertThat(all.at("/thresholds/0/sameAt").asInt()).isEqualTo(3);
        assertThat(all.at("/thresholds/0/differentAt").asInt()).isZero();
        assertThat(all.at("/thresholds/0/inDoubt").asInt()).isZero();
        assertThat(all.at("/thresholds/1/sameAt").asInt()).isZero();
    }

    @Test
    void countsRefusedPictures() throws IOException {
        draw("a.png", face(100, 60, 50));
        Files.writeString(folder.resolve("b.jpg"), "no picture");
        Files.writeString(folder.resolve("labels.csv"), "image,smile\na.png,1\nb.jpg,0\n");
        server.on(
                "DetectFaces",
                request -> Reply.error(400, "InvalidImageFormatException", "Request has invalid format"));

        JsonNode attributes = evaluate().path("attributes");

        assertThat(attributes.path("refused").asInt()).isEqualTo(2);
        assertThat(attributes.at("/refusals/0/reason").asText())
                .isEqualTo("InvalidImageFormatException: Request has invalid format");
        assertThat(attributes.at("/refusals/1/reason").asText()).isEqualTo("unreadable: not a JPEG or PNG picture");
    }

    @Test
    void asksAgainWhenTheServerIsBusy() throws IOException {
        draw("a.png", face(100, 60, 50));
        Files.writeString(folder.resolve("labels.csv"), "image,smile\na.png,1\n");
        AtomicInteger asked = new AtomicInteger();
        server.on(
                "DetectFaces",
                request -> asked.incrementAndGet() == 1
                        ? Reply.error(400, "ThrottlingException", "Slow down")
                        : detect(request, ""));

        assertThat(evaluate().at("/attributes/refused").asInt()).isZero();
        assertThat(asked).hasValue(2);
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        Files.writeString(folder.resolve("labels.csv"), "image,smile\n");
        server.close();

        assertThat(run(folder.toString(), "--endpoint", server.endpoint())).isEqualTo(1);
        assertThat(err.toString()).startsWith("lynceus: No server answers at " + server.endpoint());
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void saysThatTheServerHasNoDetector() throws IOException {
        draw("a.png", face(100, 60, 50));
        Files.writeString(folder.resolve("labels.csv"), "image,smile\na.png,1\n");
        server.on("DetectFaces", request -> Reply.error(501, "NotImplementedException", "No detector"));

        assertThat(run(folder.toString(), "--endpoint", server.endpoint())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot do DetectFaces at present (NotImplementedException: No detector)");
    }

    @Test
    void saysThatTheServerHasNoEncoder() throws IOException {
        draw("A_1.png", face(100, 60, 50));
        draw("A_2.png", face(100, 60, 50));

        assertThat(run(folder.toString(), "--all-pairs", "--endpoint", server.endpoint()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("has no analysis face-embedding");
    }

    @Test
    void saysWhatIsWrongWithTheFolder() {
        assertThat(run(folder.resolve("gone").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("lynceus: There is no folder ");
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is nothing to measure in " + folder);
    }

    @Test
    void mistakesOfTheCommandLineEndWithTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.toString(), "--endpoint", "localhost")).isEqualTo(2);
        assertThat(run(folder.toString(), "--parallel", "0")).isEqualTo(2);
        assertThat(run(folder.toString(), "--only", "everything")).isEqualTo(2);
        assertThat(err.toString()).contains("'localhost' is no address", "--parallel is at least 1, not 0");
    }

    private JsonNode evaluate(String... options) throws IOException {
        Path json = folder.resolve("result.json");
        List<String> arguments =
                new ArrayList<>(List.of(folder.toString(), "--json", json.toString(), "--endpoint", server.endpoint()));
        arguments.addAll(Arrays.asList(options));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return MAPPER.readTree(json.toFile());
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("faces"));
        all.addAll(Arrays.asList(arguments));
        return Evaluate.frame().run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private void draw(String name, Face... faces) throws IOException {
        DrawnFaces.write(folder.resolve("images").resolve(name), faces);
    }

    private static Face face(int x, int y, int shade) {
        return new Face(x, y, 40, 50, shade);
    }

    /** The labelled points of a face at (100, 60). */
    private static String point(int i) {
        return switch (i) {
            case 30 -> "120,80";
            case 36 -> "105,70";
            case 45 -> "135,70";
            case 48 -> "110,90";
            case 0 -> "100,60";
            case 8 -> "140,110";
            default -> "120,75";
        };
    }

    private static String landmark(String type, double x, double y) {
        return "{\"Type\":\"" + type + "\",\"X\":" + x / DrawnFaces.WIDTH + ",\"Y\":" + y / DrawnFaces.HEIGHT + "}";
    }

    private static String embedding(Face face) {
        double angle = Math.toRadians(face.shade() / 3.0);
        return "{\"box\":{\"left\":0.4,\"top\":0.4,\"width\":0.2,\"height\":0.3},\"embedding\":[" + Math.cos(angle)
                + "," + Math.sin(angle) + "]}";
    }

    private static Reply detect(JsonNode request, String further) throws IOException {
        return Reply.ok(
                "{\"FaceDetails\":[" + DrawnFaces.see(request.path("Image")).details(further) + "]}");
    }

    private static Reply compare(JsonNode request) throws IOException {
        Scene source = DrawnFaces.see(request.path("SourceImage"));
        Scene target = DrawnFaces.see(request.path("TargetImage"));
        assertThat(request.path("SimilarityThreshold").asInt(-1)).isZero();
        return Reply.ok("{\"FaceMatches\":["
                + target.faces().stream()
                        .map(face -> "{\"Similarity\":"
                                + Math.max(
                                        0,
                                        100
                                                - Math.abs(face.shade()
                                                        - source.faces().get(0).shade()))
                                + ",\"Face\":{" + target.box(face) + "}}")
                        .collect(Collectors.joining(","))
                + "],\"UnmatchedFaces\":[]}");
    }
}
