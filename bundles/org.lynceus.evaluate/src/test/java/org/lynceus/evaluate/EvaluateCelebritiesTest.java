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
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.DrawnFaces;
import org.lynceus.client.DrawnFaces.Face;
import org.lynceus.client.DrawnFaces.Scene;
import org.lynceus.client.FakeServer;
import org.lynceus.client.FakeServer.Reply;

class EvaluateCelebritiesTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int JANE = 50;
    private static final int BOB = 60;
    private static final int NOBODY = 200;

    /** The gallery: people as the wire has them, by shade. */
    private static final Map<Integer, String> GALLERY = Map.of(
            JANE, "\"Id\":\"q1\",\"Name\":\"Jane Doe\",\"MatchConfidence\":99.5",
            BOB, "\"Id\":\"q2\",\"Name\":\"Bob\",\"MatchConfidence\":85.0");

    @TempDir
    private Path folder;

    private FakeServer server;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer()
                .on("RecognizeCelebrities", EvaluateCelebritiesTest::recognize)
                .on(
                        "GetCelebrityInfo",
                        request -> request.path("Id").asText().matches("q[12]")
                                ? Reply.ok("{\"Urls\":[],\"Name\":\"Somebody\"}")
                                : Reply.error(400, "ResourceNotFoundException", "No such person"));
        Files.createDirectories(folder.resolve("images"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsRightWrongAndMissingNames() throws IOException {
        draw("images/jane.png", face(JANE));
        draw("images/jane-like-bob.png", face(BOB));
        draw("images/jane-unlike.png", face(NOBODY));
        draw("images/nobody.png");
        draw("images/gone.png", face(BOB));
        labels("image,id\njane.png,q1\njane-like-bob.png,q1\njane-unlike.png,q1\nnobody.png,q1\ngone.png,q-7\n");

        JsonNode celebrities = evaluate();

        assertThat(celebrities.path("pictures").asInt()).isEqualTo(5);
        assertThat(celebrities.path("people").asInt()).isEqualTo(2);
        assertThat(celebrities.path("unknownIds").asInt()).isEqualTo(1);
        assertThat(celebrities.path("probesWithoutFace").asInt()).isEqualTo(1);
        assertThat(celebrities.at("/names/0/count").asInt()).isEqualTo(1);
        assertThat(celebrities.at("/names/1/count").asInt()).isEqualTo(2);
        assertThat(celebrities.at("/names/2/count").asInt()).isEqualTo(2);
        assertThat(celebrities.at("/names/0/share").asDouble()).isEqualTo(0.2);
        // Wilson's interval of 1 in 5.
        assertThat(celebrities.at("/names/0/low").asDouble()).isBetween(0.036, 0.037);
        assertThat(celebrities.at("/names/0/high").asDouble()).isBetween(0.624, 0.625);
        assertThat(celebrities.at("/names").size()).isEqualTo(3);
        assertThat(celebrities.at("/wrongNames/0/name").asText()).isEqualTo("Bob");
        assertThat(celebrities.at("/wrongNames").findValuesAsText("truth")).containsExactlyInAnyOrder("q1", "q-7");
        assertThat(celebrities.path("medianMillis").asDouble()).isPositive();
    }

    @Test
    void listsTheStrangersThatGotAName() throws IOException {
        draw("a.png", face(NOBODY));
        draw("b.png", face(BOB));
        draw("c.png", face(JANE));
        draw("d.png");
        labels("image,name\na.png,\nb.png,\nc.png,\nd.png,\n");

        JsonNode celebrities = evaluate();

        assertThat(celebrities.path("strangers").asInt()).isEqualTo(4);
        assertThat(celebrities.path("strangersWithoutFace").asInt()).isEqualTo(1);
        assertThat(celebrities.at("/names/0/count").asInt()).isEqualTo(2);
        assertThat(celebrities.at("/names/0/total").asInt()).isEqualTo(3);
        assertThat(celebrities.at("/namedStrangers").findValuesAsText("image")).containsExactly("c.png", "b.png");
        assertThat(celebrities.at("/namedStrangers/0/confidence").asDouble()).isEqualTo(99.5);
        assertThat(celebrities.at("/thresholds").findValuesAsText("named"))
                .containsExactly("2", "2", "2", "1", "1", "1", "0");
        assertThat(celebrities.at("/namesReliability/1/gap").asDouble()).isEqualTo(-99.5);
        assertThat(out.toString()).contains("strangers with a name", "Jane Doe");
    }

    @Test
    void theCentralFaceCounts() throws IOException {
        draw("a.png", face(NOBODY), new Face(0, 90, 60, 70, JANE));
        draw("b.png", face(JANE), new Face(0, 90, 60, 70, NOBODY));
        labels("image,name\na.png,\nb.png,Jane Doe\n");

        JsonNode celebrities = evaluate();

        assertThat(celebrities.at("/thresholds/0/named").asInt()).isZero();
        assertThat(celebrities.at("/thresholds/0/right").asInt()).isEqualTo(1);
    }

    @Test
    void foldersAreNamedByIdOrName() throws IOException {
        draw("q2/one.png", face(BOB));
        draw("jane_doe/one.png", face(JANE));
        draw("jane_doe/two.png", face(BOB));
        draw("Strangers/deeper/one.png", face(NOBODY));
        draw("Strangers/two.png", face(JANE));

        JsonNode celebrities = evaluate();

        assertThat(celebrities.at("/thresholds/0/right").asInt()).isEqualTo(2);
        assertThat(celebrities.at("/thresholds/0/wrong").asInt()).isEqualTo(1);
        assertThat(celebrities.at("/thresholds/0/strangers").asInt()).isEqualTo(2);
        assertThat(celebrities.at("/thresholds/0/named").asInt()).isEqualTo(1);
        assertThat(celebrities.path("unknownIds").asInt()).isZero();
    }

    @Test
    void keepsToASplitAndBreaksDown() throws IOException {
        draw("a.png", face(JANE));
        draw("b.png", face(BOB));
        labels("image,id,split,year\na.png,q1,val,2001\nb.png,q1,val,2002\na.png,q2,train,2001\n");

        JsonNode celebrities = evaluate("--split", "val", "--by", "year");

        assertThat(celebrities.path("pictures").asInt()).isEqualTo(2);
        assertThat(celebrities.at("/by_year").findValuesAsText("group")).containsExactly("2001", "2002");
        assertThat(celebrities.at("/by_year/0/rightShare").asDouble()).isEqualTo(1);
        assertThat(celebrities.at("/by_year/1/rightShare").asDouble()).isZero();
    }

    @Test
    void countsRefusedPictures() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "no picture");
        draw("b.png", face(JANE));
        labels("image,id\na.jpg,q1\nb.png,q1\n");
        server.on("RecognizeCelebrities", request -> Reply.error(400, "ImageTooLargeException", "Too large"));

        JsonNode celebrities = evaluate();

        assertThat(celebrities.path("refused").asInt()).isEqualTo(2);
        assertThat(celebrities.at("/refusals").findValuesAsText("reason"))
                .containsExactlyInAnyOrder(
                        "ImageTooLargeException: Too large", "unreadable: not a JPEG or PNG picture");
        assertThat(celebrities.at("/names/2/count").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithTheFolder() throws IOException {
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("There is nothing to measure in " + folder + ": neither labels.csv nor");
        draw("images/a.png", face(JANE));
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("The picture a.png lies in no folder that is named after a person");
        assertThat(run("--by", "year")).isEqualTo(1);
        assertThat(err.toString()).contains("--split and --by need the file labels.csv");
        labels("image,smile\na.png,1\n");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("labels.csv has neither a column 'id' nor 'name'");
    }

    @Test
    void saysThatTheServerCannotRecognise() throws IOException {
        draw("strangers/a.png", face(JANE));
        server.on("RecognizeCelebrities", request -> Reply.error(501, "NotImplementedException", "No detector"));

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("cannot do RecognizeCelebrities at present");
    }

    private JsonNode evaluate(String... options) throws IOException {
        Path json = folder.resolve("result.json");
        List<String> arguments = new ArrayList<>(List.of("--json", json.toString()));
        arguments.addAll(Arrays.asList(options));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return MAPPER.readTree(json.toFile()).path("celebrities");
    }

    private int run(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("celebrities", folder.toString(), "--endpoint", server.endpoint()));
        arguments.addAll(Arrays.asList(options));
        return Evaluate.frame()
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private void labels(String text) throws IOException {
        Files.writeString(folder.resolve("labels.csv"), text);
    }

    private void draw(String name, Face... faces) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        DrawnFaces.write(file, faces);
    }

    private static Face face(int shade) {
        return new Face(100, 60, 40, 50, shade);
    }

    private static Reply recognize(JsonNode request) throws IOException {
        Scene scene = DrawnFaces.see(request.path("Image"));
        String named = scene.faces().stream()
                .filter(face -> GALLERY.containsKey(face.shade()))
                .map(face -> "{" + GALLERY.get(face.shade()) + ",\"Face\":{" + scene.box(face) + "}}")
                .collect(Collectors.joining(","));
        String others = scene.faces().stream()
                .filter(face -> !GALLERY.containsKey(face.shade()))
                .map(face -> "{" + scene.box(face) + "}")
                .collect(Collectors.joining(","));
        return Reply.ok("{\"CelebrityFaces\":[" + named + "],\"UnrecognizedFaces\":[" + others + "]}");
    }
}
