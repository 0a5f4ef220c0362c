package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.itests.Patience.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Celebrity;
import software.amazon.awssdk.services.rekognition.model.KnownGenderType;
import software.amazon.awssdk.services.rekognition.model.RecognizeCelebritiesResponse;

/**
 * Galleries that a user builds of people's photos with the script: dropped into a running server, overwritten, broken,
 * taken away, while faces are being recognised.
 */
class GalleryIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final double MARGIN = 0.5;
    private static final String ADA =
            "ada,Ada Example,Female,https://www.example.org/ada www.example.org/more,ada.jpg|again.jpg";
    private static final String BEN = "ben,Ben Muster,m,,ben.jpg";
    private static final String CLEO = "cleo,Cleo Muestra,,,cleo.jpg";
    private static final Map<String, String> STAFF = Map.of("ada", "Ada Example", "ben", "Ben Muster");

    private static Lynceus server;
    private static HttpCaller http;
    private static RekognitionClient client;
    private static BufferedImage photo;
    private static GalleryPack pack;
    private static GalleryPack.Built staff;
    private static GalleryPack.Built guests;
    private static NameWatch watch;
    private static Load load;

    @BeforeAll
    static void buildGalleries() throws Exception {
        server = Lynceus.create("gallery").start();
        http = new HttpCaller(server.endpoint());
        client = SdkClients.rekognition(server.endpoint());
        pack = new GalleryPack(server);
        List<BufferedImage> faces = FacePictures.faces(http, "sample1.jpg", MARGIN);
        pack.photo("ada.jpg", faces.get(0));
        pack.photo("ben.jpg", faces.get(1));
        pack.photo("cleo.jpg", faces.get(2));
        List<BufferedImage> others = FacePictures.faces(http, "sample3.jpg", MARGIN);
        // The same woman on another day.
        pack.photo("again.jpg", TestPictures.scaled(others.get(0), 320, 320));
        pack.photo("shared.jpg", others.get(1));
        pack.photo("empty.jpg", TestPictures.plain(320, 320));
        staff = pack.build(
                "staff",
                ADA,
                BEN,
                "dan,Dan Absent,,,dan.jpg",
                "eve,Eve Empty,,,empty.jpg",
                "fay,Fay Shared,,,shared.jpg",
                "gil,Gil Shared,,,shared.jpg");
        guests = pack.build("guests", CLEO);
        photo = TestPictures.scaled(TestPictures.image("sample1.jpg"), 960, 640);
        byte[] file = TestPictures.jpeg(photo);
        JsonNode found = http.detectFaces(file).json().path("FaceDetails");
        watch = new NameWatch(http, file, Map.of("ada", box(found, 0), "ben", box(found, 1), "cleo", box(found, 2)));
        load = new Load(2, watch);
    }

    @AfterEach
    void takeEverythingAway() throws Exception {
        watch.expect();
        for (Path jar : FileTrees.files(server.data().resolve("deploy"))) {
            Files.delete(jar);
        }
        eventually(LONG, () -> {
            assertThat(watch.names()).isEmpty();
            assertThat(List.of("ada", "ben", "cleo")).noneMatch(GalleryIT::isKnown);
        });
        assertThat(load.failures()).isEmpty();
    }

    @AfterAll
    static void stop() throws Exception {
        if (load != null) {
            load.close();
            client.close();
        }
        server.close();
    }

    @Test
    void theScriptTellsOfEveryPhotoThatIsOfNoUse() {
        assertTold("Dan Absent", "dan.jpg", "no such file");
        assertTold("Eve Empty", "empty.jpg", "no face found");
        assertTold("Fay Shared", "shared.jpg", "Gil Shared");
        assertTold("Gil Shared", "shared.jpg", "Fay Shared");
        assertThat(staff.output().lines())
                .noneMatch(line -> line.contains("Ben Muster"))
                .anySatisfy(line -> assertThat(line).containsPattern("people +2 \\(4 left out\\)"))
                .anySatisfy(line -> assertThat(line).containsPattern("photos used +3"));
    }

    @Test
    void theSamePhotosMakeTheSameFile() throws Exception {
        assertThat(pack.build("guests", CLEO).gallery().bytes())
                .isEqualTo(guests.gallery().bytes());
    }

    @Test
    void aGalleryComesChangesAndGoesUnderLoad() throws Exception {
        List<String> errors = server.errors();
        drop("staff", staff.gallery());
        eventually(LONG, () -> assertThat(watch.names()).isEqualTo(STAFF));
        watch.expect("ada", "ben");
        awaitCalls();

        GalleryPack.Built changed = pack.build("staff", ADA, BEN.replace("Muster", "Beispiel"), CLEO);
        drop("staff", changed.gallery());
        eventually(
                LONG,
                () -> assertThat(watch.names())
                        .isEqualTo(Map.of("ada", "Ada Example", "ben", "Ben Beispiel", "cleo", "Cleo Muestra")));
        watch.expect("ada", "ben", "cleo");
        assertThat(http.celebrityInfo("ben").json().path("Name").asText()).isEqualTo("Ben Beispiel");
        awaitCalls();

        watch.expect();
        Files.delete(dropped("staff"));
        eventually(LONG, () -> {
            assertThat(watch.names()).isEmpty();
            assertThat(http.get("/v1/celebrities/ada").status()).isEqualTo(404);
        });
        assertThat(http.celebrityInfo("ada").code()).isEqualTo("ResourceNotFoundException");
        assertThat(server.errors()).isEqualTo(errors);
    }

    @Test
    void aRecognisedPersonIsToldWhole() throws Exception {
        bring("staff", staff.gallery(), STAFF);

        RecognizeCelebritiesResponse response =
                client.recognizeCelebrities(r -> r.image(FaceWire.picture(TestPictures.jpeg(photo))));

        assertThat(response.celebrityFaces()).extracting(Celebrity::id).containsExactly("ada", "ben");
        Celebrity ada = response.celebrityFaces().get(0);
        assertThat(ada.name()).isEqualTo("Ada Example");
        assertThat(ada.urls()).containsExactly("www.example.org/ada", "www.example.org/more");
        assertThat(ada.knownGender().type()).isEqualTo(KnownGenderType.FEMALE);
        assertThat(ada.face().landmarks()).hasSize(5);
        assertThat(ada.face().emotions()).hasSize(8);
        assertThat(ada.face().smile()).isNotNull();
        Celebrity ben = response.celebrityFaces().get(1);
        assertThat(ben.hasUrls()).isTrue();
        assertThat(ben.urls()).isEmpty();
        assertThat(ben.knownGender().type()).isEqualTo(KnownGenderType.MALE);
        assertThat(response.unrecognizedFaces()).hasSize(1);
        JsonNode raw = http.recognizeCelebrities(TestPictures.jpeg(photo))
                .json()
                .path("CelebrityFaces")
                .path(0);
        assertThat(raw.fieldNames())
                .toIterable()
                .containsExactly("Urls", "Name", "Id", "Face", "MatchConfidence", "KnownGender");
        assertThat(http.get("/v1/celebrities/ada").text())
                .isEqualTo("{\"Urls\":[\"www.example.org/ada\",\"www.example.org/more\"],\"Name\":\"Ada Example\","
                        + "\"KnownGender\":{\"Type\":\"Female\"}}");
    }

    @Test
    void aTurnedPictureHasTheSameNames() throws Exception {
        bring("staff", staff.gallery(), STAFF);
        List<Celebrity> upright = recognize(TestPictures.jpeg(photo));

        for (int quarters = 1; quarters < 4; quarters++) {
            List<Celebrity> turned = recognize(TestPictures.jpeg(TestPictures.turned(photo, quarters)));

            assertThat(turned).extracting(Celebrity::id).containsExactlyInAnyOrder("ada", "ben");
            for (Celebrity celebrity : upright) {
                Celebrity same = turned.stream()
                        .filter(other -> other.id().equals(celebrity.id()))
                        .findFirst()
                        .orElseThrow();
                assertThat(FaceWire.overlap(
                                same.face().boundingBox(),
                                FaceWire.turned(celebrity.face().boundingBox(), quarters)))
                        .isGreaterThan(0.5);
            }
        }
    }

    @Test
    void whoIsRecognisedWithLessThanAskedForCountsAsUnrecognised() throws Exception {
        // A photo of another day and a small picture: nobody is quite sure.
        GalleryPack.Built visitors = pack.build("visitors", "ada,Ada Example,,,again.jpg");
        bring("visitors", visitors.gallery(), Map.of("ada", "Ada Example"));
        byte[] small = TestPictures.jpeg(TestPictures.scaled(photo, 320, 213));
        JsonNode answer = http.post("/v1/celebrities", "image/jpeg", small).json();
        JsonNode ada = answer.path("CelebrityFaces").path(0);
        assertThat(ada.path("Name").asText()).isEqualTo("Ada Example");
        float confidence = ada.path("MatchConfidence").floatValue();
        assertThat(confidence).isBetween(90f, Math.nextDown(100f));

        assertThat(http.post("/v1/celebrities?minConfidence=" + confidence, "image/jpeg", small)
                        .json())
                .isEqualTo(answer);
        JsonNode surer = http.post("/v1/celebrities?minConfidence=" + Math.nextUp(confidence), "image/jpeg", small)
                .json();
        assertThat(surer.path("CelebrityFaces")).isEmpty();
        assertThat(surer.path("UnrecognizedFaces")).hasSize(3).contains(ada.path("Face"));
    }

    @Test
    void twoGalleriesAreSearchedAtOnce() throws Exception {
        bring("staff", staff.gallery(), STAFF);
        watch.expect("ada", "ben");
        bring("guests", guests.gallery(), Map.of("ada", "Ada Example", "ben", "Ben Muster", "cleo", "Cleo Muestra"));
        assertThat(server.shell("lynceus:galleries").lines())
                .anySatisfy(line -> assertThat(line).contains("staff", " 2 ", "ready"))
                .anySatisfy(line -> assertThat(line).contains("guests", " 1 ", "ready"));

        watch.expect("cleo");
        Files.delete(dropped("staff"));
        eventually(LONG, () -> assertThat(watch.names()).isEqualTo(Map.of("cleo", "Cleo Muestra")));
        awaitCalls();
    }

    @Test
    void aGalleryOfForeignEncodersIsSkipped() throws Exception {
        bring("staff", staff.gallery(), STAFF);
        watch.expect("ada", "ben");

        drop("guests", GalleryFiles.ofForeignEncoders(guests.gallery()));

        eventually(LONG, () -> {
            Map<String, String> sheet = sheet("guests");
            assertThat(sheet).containsEntry("state", "skipped").containsEntry("encoder in use", "none");
            assertThat(sheet.get("note"))
                    .matches("It holds vectors of foreign-.+; the installed encoders are .+\\.")
                    .doesNotMatch(".*the installed encoders are .*foreign.*");
        });
        assertThat(watch.names()).isEqualTo(STAFF);
        assertThat(http.celebrityInfo("cleo").json().path("Name").asText())
                .as("facts need no encoder")
                .isEqualTo("Cleo Muestra");
        awaitCalls();
    }

    @Test
    void aDamagedGalleryChangesNoAnswer() throws Exception {
        bring("staff", staff.gallery(), STAFF);
        watch.expect("ada", "ben");

        drop("guests", GalleryFiles.cutOff(guests.gallery()));

        eventually(LONG, () -> {
            Map<String, String> sheet = sheet("org.lynceus.gallery.guests");
            assertThat(sheet).containsEntry("state", "damaged");
            assertThat(sheet.get("note")).contains("cannot be read", "gallery/vectors/");
        });
        assertThat(watch.names()).isEqualTo(STAFF);
        assertThat(http.celebrityInfo("cleo").code()).isEqualTo("ResourceNotFoundException");

        drop("guests", guests.gallery());
        eventually(LONG, () -> assertThat(watch.names()).containsKeys("ada", "ben", "cleo"));
    }

    @Test
    void aDamagedUpdateLeavesTheGalleryThatAnswers() throws Exception {
        bring("staff", staff.gallery(), STAFF);
        watch.expect("ada", "ben");

        drop("staff", GalleryFiles.cutOff(staff.gallery()));

        eventually(
                LONG,
                () -> assertThat(sheet("staff"))
                        .containsEntry("state", "ready")
                        .hasEntrySatisfying(
                                "note",
                                note -> assertThat(note)
                                        .startsWith("An update cannot be read, the earlier content answers: ")));
        assertThat(watch.names()).isEqualTo(STAFF);
        awaitCalls();
    }

    private static boolean isKnown(String id) {
        try {
            return http.celebrityInfo(id).status() == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertTold(String... words) {
        assertThat(staff.output().lines()).anySatisfy(line -> assertThat(line).contains(words));
    }

    private static JsonNode box(JsonNode faces, int number) {
        return faces.path(number).path("BoundingBox");
    }

    private static List<Celebrity> recognize(byte[] picture) {
        return client.recognizeCelebrities(r -> r.image(FaceWire.picture(picture)))
                .celebrityFaces();
    }

    private static Path dropped(String id) {
        return server.data().resolve("deploy").resolve(id + ".jar");
    }

    private static void drop(String id, BundleFile gallery) throws IOException {
        ModelJars.drop(gallery.bytes(), dropped(id));
    }

    /** Drops a gallery, and waits until these are the names. */
    private static void bring(String id, BundleFile gallery, Map<String, String> names) throws IOException {
        drop(id, gallery);
        eventually(LONG, () -> assertThat(watch.names()).isEqualTo(names));
    }

    /** Waits until all clients have called a few times more. */
    private static void awaitCalls() {
        int ended = load.ended();
        eventually(LONG, () -> assertThat(load.ended()).isGreaterThan(ended + 8));
    }

    /** What the shell tells of one gallery, by the names at the begin of the lines. */
    private static Map<String, String> sheet(String id) throws IOException {
        return server.shell("lynceus:galleries " + id)
                .lines()
                .filter(line -> line.length() > 20 && line.charAt(20) == ' ')
                .collect(Collectors.toMap(
                        line -> line.substring(0, 20).strip(),
                        line -> line.substring(20).strip(),
                        (one, other) -> one + "\n" + other));
    }
}
