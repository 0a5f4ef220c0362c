package org.lynceus.rest.internal.celebrities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.celebrity.CelebrityResult;
import org.lynceus.api.face.Emotion;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.Judgement;
import org.lynceus.api.face.Orientation;
import org.lynceus.rekognition.Image;
import org.lynceus.rekognition.RecognizeCelebritiesRequest;
import org.lynceus.rekognition.WireJson;
import org.lynceus.rest.RequestContext;
import org.lynceus.rest.internal.faces.FakeVision;
import org.lynceus.rest.internal.http.Requests;
import org.lynceus.rest.internal.image.Pictures;

class RecognizeCelebritiesTest {
    private final FakeVision vision = new FakeVision();
    private final Pictures pictures = new Pictures(vision, Requests.budget());
    private final RecognizeCelebrities operation = new RecognizeCelebrities(vision, pictures);

    private String recognize(String picture) throws VisionException {
        Image image = new Image(ByteBuffer.wrap(picture.getBytes(StandardCharsets.UTF_8)), null);
        RequestContext context = new RequestContext(new Scope("1", "r"), "id", Instant.MAX);
        return new String(
                WireJson.write(operation.handle(new RecognizeCelebritiesRequest(image), context)),
                StandardCharsets.UTF_8);
    }

    @Test
    void aCelebrityHasTheMembersOfTheServiceInItsOrder() throws VisionException, IOException {
        vision.with("a", People.result(97.5f, expressive()));
        JsonNode celebrity = new ObjectMapper().readTree(recognize("a")).at("/CelebrityFaces/0");
        assertThat(names(celebrity)).containsExactly("Urls", "Name", "Id", "Face", "MatchConfidence", "KnownGender");
        assertThat(celebrity.get("Urls").toString()).isEqualTo("[\"www.example.org/person/1\"]");
        assertThat(celebrity.get("Name").asText()).isEqualTo("Ada Example");
        assertThat(celebrity.get("Id").asText()).isEqualTo("3Ab0cd6");
        assertThat(celebrity.get("MatchConfidence").toString()).isEqualTo("97.5");
        assertThat(celebrity.get("KnownGender").toString()).isEqualTo("{\"Type\":\"Female\"}");
    }

    @Test
    void aFaceHasFiveLandmarksEmotionsAndSmile() throws VisionException, IOException {
        vision.with("a", People.result(97.5f, expressive()));
        JsonNode face = new ObjectMapper().readTree(recognize("a")).at("/CelebrityFaces/0/Face");
        assertThat(names(face))
                .containsExactly("BoundingBox", "Confidence", "Landmarks", "Pose", "Quality", "Emotions", "Smile");
        assertThat(face.get("Landmarks"))
                .extracting(landmark -> landmark.get("Type").asText())
                .containsExactly("eyeLeft", "eyeRight", "mouthLeft", "mouthRight", "nose");
        assertThat(face.get("Emotions").toString())
                .isEqualTo("[{\"Type\":\"HAPPY\",\"Confidence\":96.5},{\"Type\":\"SAD\",\"Confidence\":0.0}]");
        assertThat(face.get("Smile").toString()).isEqualTo("{\"Value\":true,\"Confidence\":95.5}");
    }

    @Test
    void aStrangersFaceLooksTheSame() throws VisionException, IOException {
        vision.with("a", new CelebrityResult(List.of(), List.of(expressive()), Optional.empty()));
        JsonNode answer = new ObjectMapper().readTree(recognize("a"));
        assertThat(answer.get("CelebrityFaces").toString()).isEqualTo("[]");
        assertThat(names(answer.at("/UnrecognizedFaces/0")))
                .containsExactly("BoundingBox", "Confidence", "Landmarks", "Pose", "Quality", "Emotions", "Smile");
    }

    @Test
    void emotionsAndSmileAreAbsentWhereNothingTellsThem() throws VisionException, IOException {
        vision.with("a", People.result(97.5f, FakeVision.face(0, 0.25f)));
        JsonNode face = new ObjectMapper().readTree(recognize("a")).at("/CelebrityFaces/0/Face");
        assertThat(names(face)).containsExactly("BoundingBox", "Confidence", "Landmarks", "Pose", "Quality");
    }

    @Test
    void noFaceIsTwoEmptyLists() throws VisionException {
        vision.with("a", new CelebrityResult(List.of(), List.of(), Optional.empty()));
        assertThat(recognize("a")).isEqualTo("{\"CelebrityFaces\":[],\"UnrecognizedFaces\":[]}");
    }

    @ParameterizedTest
    @EnumSource
    void orientationIsToldWhereItIsKnown(Orientation orientation) throws VisionException {
        vision.with("a", new CelebrityResult(List.of(), List.of(), Optional.of(orientation)));
        assertThat(recognize("a"))
                .isEqualTo("{\"CelebrityFaces\":[],\"UnrecognizedFaces\":[],\"OrientationCorrection\":\"" + orientation
                        + "\"}");
    }

    @Test
    void theScaleOfConfidencesIsKept() throws VisionException {
        vision.with("a", People.result(100.00001f, FakeVision.face(0, 0.25f)));
        assertThat(recognize("a")).contains("\"MatchConfidence\":100.0,");
    }

    @Test
    void theLargestFacesAreAskedForWithEmotionsAndSmile() throws VisionException {
        vision.with("a", People.result(97.5f, expressive()));
        recognize("a");
        assertThat(vision.askedForNames.attributes())
                .containsExactlyInAnyOrder(FaceAttribute.EMOTIONS, FaceAttribute.SMILE);
        assertThat(vision.askedForNames.maxFaces()).isEqualTo(64);
        assertThat(vision.askedForNames.minConfidence()).isZero();
    }

    @Test
    void picturesAreClosedAndErrorsPassThrough() throws VisionException {
        vision.with("a", People.result(97.5f, expressive())).with("without a detector");
        recognize("a");
        assertThat(catchThrowableOfType(VisionException.class, () -> recognize("without a detector"))
                        .reason())
                .isEqualTo(Reason.NOT_INSTALLED);
        assertThat(catchThrowableOfType(VisionException.class, () -> recognize("unknown"))
                        .reason())
                .isEqualTo(Reason.INVALID_IMAGE);
        assertThat(vision.open).isZero();
    }

    @Test
    void aConfidenceOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new RecognizeCelebrities(vision, pictures, 100.5f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100.5");
    }

    private static Face expressive() {
        Face plain = FakeVision.face(0, 0.25f);
        FaceAttributes none = FaceAttributes.NONE;
        return new Face(
                plain.box(),
                plain.confidence(),
                plain.landmarks(),
                plain.pose(),
                plain.quality(),
                plain.alignment(),
                new FaceAttributes(
                        none.ageRange(),
                        Optional.of(new Judgement<>(true, 95.5f)),
                        none.eyeglasses(),
                        none.sunglasses(),
                        none.gender(),
                        none.beard(),
                        none.mustache(),
                        none.eyesOpen(),
                        none.mouthOpen(),
                        List.of(new Judgement<>(Emotion.HAPPY, 96.5f), new Judgement<>(Emotion.SAD, -0.5f)),
                        none.faceOccluded(),
                        none.eyeDirection()));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
