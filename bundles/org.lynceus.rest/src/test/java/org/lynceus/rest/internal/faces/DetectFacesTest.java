package org.lynceus.rest.internal.faces;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.face.AgeRange;
import org.lynceus.api.face.Emotion;
import org.lynceus.api.face.EyeDirection;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Gender;
import org.lynceus.api.face.Judgement;
import org.lynceus.api.face.Orientation;
import org.lynceus.rekognition.Attribute;
import org.lynceus.rekognition.DetectFacesRequest;
import org.lynceus.rekognition.Image;
import org.lynceus.rekognition.WireJson;
import org.lynceus.rest.RequestContext;
import org.lynceus.rest.internal.http.Requests;
import org.lynceus.rest.internal.image.Pictures;

class DetectFacesTest {
    private final FakeVision vision = new FakeVision();
    private final DetectFaces operation = new DetectFaces(vision, new Pictures(vision, Requests.budget()));

    private String detect(String picture, String... attributes) throws VisionException {
        Image image = new Image(ByteBuffer.wrap(picture.getBytes(StandardCharsets.UTF_8)), null);
        RequestContext context = new RequestContext(new Scope("1", "r"), "id", Instant.MAX);
        List<String> asked = attributes.length == 0 ? null : List.of(attributes);
        return new String(
                WireJson.write(operation.handle(new DetectFacesRequest(image, asked), context)),
                StandardCharsets.UTF_8);
    }

    @Test
    void aFaceWithoutAttributesHasTheDefaultMembersOnly() throws VisionException, IOException {
        vision.with("a", FakeVision.face(0, 0.25f));
        JsonNode face = new ObjectMapper().readTree(detect("a")).at("/FaceDetails/0");
        assertThat(names(face)).containsExactly("BoundingBox", "Landmarks", "Pose", "Quality", "Confidence");
        assertThat(face.get("BoundingBox").toString())
                .isEqualTo("{\"Width\":0.25,\"Height\":0.25,\"Left\":0.10000000149011612,\"Top\":0.20000000298023224}");
        assertThat(face.at("/Landmarks/4/Type").asText()).isEqualTo("nose");
        assertThat(face.get("Pose").toString()).isEqualTo("{\"Roll\":1.0,\"Yaw\":2.0,\"Pitch\":3.0}");
    }

    @Test
    void aFaceWithAllAttributesHasTheMembersInTheRecordedOrder() throws VisionException, IOException {
        vision.with("a", complete());
        JsonNode face = new ObjectMapper().readTree(detect("a", "ALL")).at("/FaceDetails/0");
        assertThat(names(face))
                .containsExactly(
                        "BoundingBox",
                        "AgeRange",
                        "Smile",
                        "Eyeglasses",
                        "Sunglasses",
                        "Gender",
                        "Beard",
                        "Mustache",
                        "EyesOpen",
                        "MouthOpen",
                        "Emotions",
                        "Landmarks",
                        "Pose",
                        "Quality",
                        "Confidence",
                        "FaceOccluded",
                        "EyeDirection");
        assertThat(face.get("AgeRange").toString()).isEqualTo("{\"Low\":30,\"High\":40}");
        assertThat(face.get("Gender").toString()).isEqualTo("{\"Value\":\"Male\",\"Confidence\":98.0}");
        assertThat(face.get("Smile").toString()).isEqualTo("{\"Value\":false,\"Confidence\":91.0}");
        assertThat(face.get("FaceOccluded").toString()).isEqualTo("{\"Value\":true,\"Confidence\":100.0}");
        assertThat(face.get("Emotions").toString())
                .isEqualTo("[{\"Type\":\"CALM\",\"Confidence\":70.0},{\"Type\":\"FEAR\",\"Confidence\":0.0}]");
        assertThat(face.get("EyeDirection").toString()).isEqualTo("{\"Yaw\":-2.5,\"Pitch\":-7.25,\"Confidence\":50.0}");
        assertThat(face.at("/Landmarks/29/Type").asText()).isEqualTo("upperJawlineRight");
    }

    @Test
    void noFaceIsAnEmptyList() throws VisionException {
        vision.with("a");
        assertThat(detect("a")).isEqualTo("{\"FaceDetails\":[]}");
    }

    @ParameterizedTest
    @EnumSource
    void orientationIsToldWhereItIsKnown(Orientation orientation) throws VisionException {
        vision.with("a", new FaceResult(List.of(), Optional.of(orientation)));
        assertThat(detect("a")).isEqualTo("{\"FaceDetails\":[],\"OrientationCorrection\":\"" + orientation + "\"}");
    }

    @Test
    void everyAttributeOfTheServiceCanBeAskedFor() throws VisionException {
        vision.with("a");
        for (String attribute : Attribute.VALUES) {
            detect("a", attribute);
            assertThat(vision.asked)
                    .isEqualTo(
                            switch (attribute) {
                                case Attribute.ALL -> FaceOptions.ALL;
                                case Attribute.DEFAULT -> FaceOptions.DEFAULT;
                                default -> new FaceOptions(Set.of(FaceAttribute.valueOf(attribute)), 100);
                            });
        }
    }

    @Test
    void attributesSelectWhatIsComputed() throws VisionException {
        vision.with("a");
        detect("a");
        assertThat(vision.asked).isEqualTo(FaceOptions.DEFAULT);
        detect("a", "DEFAULT", "SMILE", "AGE_RANGE");
        assertThat(vision.asked.attributes()).containsExactlyInAnyOrder(FaceAttribute.SMILE, FaceAttribute.AGE_RANGE);
        detect("a", "SMILE", "ALL", "DEFAULT");
        assertThat(vision.asked).isEqualTo(FaceOptions.ALL);
    }

    @Test
    void picturesAreClosedAndErrorsPassThrough() throws VisionException {
        vision.with("a");
        detect("a");
        assertThat(vision.open).isZero();
        assertThat(catchThrowableOfType(VisionException.class, () -> detect("unknown"))
                        .reason())
                .isEqualTo(Reason.INVALID_IMAGE);
    }

    private static Face complete() {
        Face plain = FakeVision.face(0, 0.25f);
        return new Face(
                plain.box(),
                plain.confidence(),
                plain.landmarks(),
                plain.pose(),
                plain.quality(),
                plain.alignment(),
                new FaceAttributes(
                        Optional.of(new AgeRange(30, 40)),
                        Optional.of(new Judgement<>(false, 91f)),
                        Optional.of(new Judgement<>(true, 92f)),
                        Optional.of(new Judgement<>(false, 93f)),
                        Optional.of(new Judgement<>(Gender.MALE, 98f)),
                        Optional.of(new Judgement<>(true, 94f)),
                        Optional.of(new Judgement<>(true, 95f)),
                        Optional.of(new Judgement<>(true, 96f)),
                        Optional.of(new Judgement<>(false, 97f)),
                        List.of(new Judgement<>(Emotion.CALM, 70f), new Judgement<>(Emotion.FEAR, -0.001f)),
                        Optional.of(new Judgement<>(true, 100.00001f)),
                        Optional.of(new EyeDirection(-2.5f, -7.25f, 50f))));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
