package org.lynceus.rest.internal.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.FaceQualityFilter;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Orientation;
import org.lynceus.api.face.Pose;
import org.lynceus.api.face.QualityReason;
import org.lynceus.rekognition.CompareFacesMatch;
import org.lynceus.rekognition.CompareFacesRequest;
import org.lynceus.rekognition.CompareFacesResponse;
import org.lynceus.rekognition.ComparedFace;
import org.lynceus.rekognition.Image;
import org.lynceus.rekognition.QualityFilter;
import org.lynceus.rekognition.Reason;
import org.lynceus.rekognition.WireJson;
import org.lynceus.rest.RequestContext;
import org.lynceus.rest.internal.http.Requests;
import org.lynceus.rest.internal.image.Pictures;

class CompareFacesTest {
    private static final Pose FRONTAL = new Pose(0, 0, 0);

    private final FakeVision vision = new FakeVision();
    private final CompareFaces operation = new CompareFaces(vision, vision, new Pictures(vision, Requests.budget()));

    private CompareFacesResponse compare(Float threshold, String filter) throws VisionException {
        return operation.handle(
                new CompareFacesRequest(image("source"), image("target"), threshold, filter),
                new RequestContext(new Scope("1", "r"), "id", Instant.MAX));
    }

    @Test
    void theLargestSourceFaceIsCompared() throws VisionException {
        vision.with("source", FakeVision.face(2, 0.1f), FakeVision.face(1, 0.3f))
                .with("target", FakeVision.face(2, 0.2f), FakeVision.face(1, 0.2f));
        CompareFacesResponse response = compare(null, null);
        assertThat(response.sourceImageFace().boundingBox().width()).isEqualTo(0.3f);
        assertThat(response.sourceImageFace().confidence()).isEqualTo(99.5f);
        assertThat(response.faceMatches()).hasSize(1);
        assertThat(response.unmatchedFaces()).hasSize(1);
        assertThat(vision.open).isZero();
    }

    @Test
    void anIdenticalFaceIsCertainThoughTheCurveSaysLess() throws VisionException {
        vision.with("source", FakeVision.face(1, 0.3f)).with("target", FakeVision.face(1, 0.3f));
        assertThat(compare(null, null).faceMatches().get(0).similarity()).isEqualTo(100f);
    }

    @Test
    void matchesAreSortedBySimilarityAndTheRestIsUnmatched() throws VisionException {
        vision.with("source", FakeVision.face(0, 0.3f))
                .with(
                        "target",
                        FakeVision.face(0.3, 0.4f),
                        FakeVision.face(1.5, 0.3f),
                        FakeVision.face(0.1, 0.2f),
                        FakeVision.face(3, 0.1f));
        CompareFacesResponse response = compare(null, null);
        assertThat(response.faceMatches())
                .extracting(CompareFacesMatch::similarity)
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(99.75f - 40 * 2 * (float) Math.sin(0.05), within(1e-3f)),
                        second ->
                                assertThat(second).isCloseTo(99.75f - 40 * 2 * (float) Math.sin(0.15), within(1e-3f)));
        assertThat(response.unmatchedFaces())
                .extracting(face -> face.boundingBox().width())
                .containsExactly(0.3f, 0.1f);
    }

    @Test
    void theThresholdIsInclusive() throws VisionException {
        vision.with("source", FakeVision.face(0, 0.3f)).with("target", FakeVision.face(0.7, 0.3f));
        float similarity = compare(0f, null).faceMatches().get(0).similarity();
        assertThat(compare(similarity, null).faceMatches()).hasSize(1);
        assertThat(compare(Math.nextUp(similarity), null).faceMatches()).isEmpty();
    }

    @Test
    void comparedFacesHaveFiveLandmarksAndNeitherEmotionsNorSmile() throws VisionException {
        vision.with("source", FakeVision.face(0, 0.3f)).with("target", FakeVision.face(0, 0.3f));
        CompareFacesResponse response = compare(null, null);
        ComparedFace face = response.faceMatches().get(0).face();
        assertThat(face.landmarks()).hasSize(5);
        assertThat(json())
                .startsWith("{\"SourceImageFace\":{\"BoundingBox\":{\"Width\":")
                .contains("\"Confidence\":99.5},\"FaceMatches\":[{\"Similarity\":100.0,\"Face\":{\"BoundingBox\":{")
                .containsSubsequence("\"Confidence\"", "\"Landmarks\"", "\"Pose\"", "\"Quality\"")
                .endsWith("}}}],\"UnmatchedFaces\":[]}")
                .doesNotContain("Emotions", "Smile", "Orientation");
    }

    @Test
    void orientationsAreToldWhereTheyAreKnown() throws VisionException {
        Face face = FakeVision.face(0, 0.3f);
        vision.with("source", new FaceResult(List.of(face), Optional.of(Orientation.ROTATE_270)))
                .with("target", face);
        assertThat(json()).endsWith("\"UnmatchedFaces\":[],\"SourceImageOrientationCorrection\":\"ROTATE_270\"}");
        vision.with("source", face).with("target", new FaceResult(List.of(face), Optional.of(Orientation.ROTATE_0)));
        assertThat(json()).endsWith("\"UnmatchedFaces\":[],\"TargetImageOrientationCorrection\":\"ROTATE_0\"}");
    }

    @Test
    void withoutAFaceInEitherPictureTheParametersAreInvalid() {
        vision.with("source").with("target", FakeVision.face(0, 0.3f));
        assertInvalid("NONE");
        vision.with("source", FakeVision.face(0, 0.3f)).with("target");
        assertInvalid("NONE");
    }

    @ParameterizedTest
    @CsvSource({"NONE, 4", "AUTO, 3", "LOW, 3", "MEDIUM, 2", "HIGH, 1"})
    void filteredFacesAreInNeitherList(String filter, int left) throws VisionException {
        vision.with("source", FakeVision.face(0, 0.3f, new FaceQuality(60, 80), FRONTAL))
                .with(
                        "target",
                        FakeVision.face(0, 0.3f, new FaceQuality(60, 80), FRONTAL),
                        FakeVision.face(3, 0.3f, new FaceQuality(60, 30), FRONTAL),
                        FakeVision.face(3, 0.3f, new FaceQuality(60, 80), new Pose(0, -70, 0)),
                        FakeVision.face(3, 0.04f, new FaceQuality(60, 80), FRONTAL));
        CompareFacesResponse response = compare(null, filter);
        assertThat(response.faceMatches().size() + response.unmatchedFaces().size())
                .isEqualTo(left);
    }

    @Test
    void aSourceFaceThatTheFilterDropsIsNoFace() {
        Face dark = FakeVision.face(0, 0.3f, new FaceQuality(3, 80), FRONTAL);
        vision.with("source", dark).with("target", FakeVision.face(0, 0.3f));
        assertInvalid("LOW");
    }

    @Test
    void targetFacesMayAllBeFiltered() throws VisionException {
        vision.with("source", FakeVision.face(0, 0.3f, new FaceQuality(60, 80), FRONTAL))
                .with("target", FakeVision.face(0, 0.3f, new FaceQuality(3, 80), FRONTAL));
        CompareFacesResponse response = compare(null, "LOW");
        assertThat(response.faceMatches()).isEmpty();
        assertThat(response.unmatchedFaces()).isEmpty();
    }

    @Test
    void barsAndReasonsHaveTheNamesOfTheService() {
        assertThat(FaceQualityFilter.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(QualityFilter.VALUES);
        assertThat(QualityReason.values()).extracting(Enum::name).containsExactlyElementsOf(Reason.VALUES);
    }

    private String json() throws VisionException {
        return new String(WireJson.write(compare(null, null)), StandardCharsets.UTF_8);
    }

    private void assertInvalid(String filter) {
        VisionException e = catchThrowableOfType(VisionException.class, () -> compare(null, filter));
        assertThat(e.reason()).isEqualTo(VisionException.Reason.INVALID_PARAMETER);
        assertThat(e).hasMessage("Request has invalid parameters");
        assertThat(vision.open).isZero();
    }

    private static Image image(String name) {
        return new Image(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)), null);
    }
}
