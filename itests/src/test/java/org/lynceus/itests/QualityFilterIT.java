package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.CompareFacesResponse;
import software.amazon.awssdk.services.rekognition.model.ImageQuality;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;

/** The bars that faces must pass to be compared. */
@ExtendWith(RunningLynceus.class)
class QualityFilterIT {
    private static final int SIDE = 400;

    private static RekognitionClient client;
    private static BufferedImage good;

    /** What is done to a good face so that it is none any more. */
    enum Harm {
        BLUR(face -> TestPictures.blurred(face, 17)),
        DARKNESS(face -> TestPictures.dimmed(face, 0.25f)),
        DISTANCE(face -> FacePictures.onWall(TestPictures.scaled(face, SIDE / 4, SIDE / 4), SIDE, SIDE));

        private final UnaryOperator<BufferedImage> change;

        Harm(UnaryOperator<BufferedImage> change) {
            this.change = change;
        }
    }

    @BeforeAll
    static void findAGoodFace(Lynceus running) throws IOException {
        client = SdkClients.rekognition(running.endpoint());
        HttpCaller http = new HttpCaller(running.endpoint());
        good = FacePictures.faces(http, 0.5).stream()
                .filter(face -> face.getWidth() >= SIDE)
                .map(face -> TestPictures.scaled(face, SIDE, SIDE))
                .filter(QualityFilterIT::passesTheHighestBar)
                .max(Comparator.comparing(face -> quality(face).sharpness()))
                .orElse(null);
        assertThat(good).as("a photo with a face that passes").isNotNull();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource
    void aHarmedFaceIsInNeitherListAtTheHighestBar(Harm harm) {
        BufferedImage both = FacePictures.group(List.of(good, harm.change.apply(good)), 2, 1, SIDE);

        CompareFacesResponse all = compare(good, both, QualityFilter.NONE);
        CompareFacesResponse best = compare(good, both, QualityFilter.HIGH);

        assertThat(boxes(all)).hasSize(2);
        assertThat(boxes(best))
                .singleElement()
                .satisfies(box -> assertThat(box.left() + box.width() / 2)
                        .as("the good face is on the left")
                        .isLessThan(0.5f));
        assertThat(best.faceMatches()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aHarmedSourceIsNoFaceAtTheHighestBar(Harm harm) {
        BufferedImage harmed = harm.change.apply(good);

        assertThat(boxes(compare(harmed, good, QualityFilter.NONE))).hasSize(1);
        assertThatThrownBy(() -> compare(harmed, good, QualityFilter.HIGH))
                .isInstanceOfSatisfying(InvalidParameterException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterException");
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("Request has invalid parameters");
                });
    }

    @ParameterizedTest
    @EnumSource
    void allTargetsMayBeLeftOut(Harm harm) {
        CompareFacesResponse response = compare(good, harm.change.apply(good), QualityFilter.HIGH);

        assertThat(response.hasFaceMatches()).isTrue();
        assertThat(response.hasUnmatchedFaces()).isTrue();
        assertThat(boxes(response)).isEmpty();
        assertThat(response.sourceImageFace()).isNotNull();
    }

    @Test
    void higherBarsKeepNoMoreAndTheAutomaticOneIsTheLowOne() {
        List<BufferedImage> faces = new ArrayList<>(List.of(good));
        Stream.of(Harm.values()).map(harm -> harm.change.apply(good)).forEach(faces::add);
        BufferedImage all = FacePictures.group(faces, 2, 2, SIDE);
        List<BoundingBox> before = boxes(compare(good, all, QualityFilter.NONE));
        assertThat(before).hasSizeGreaterThanOrEqualTo(faces.size());
        for (QualityFilter filter : List.of(QualityFilter.LOW, QualityFilter.MEDIUM, QualityFilter.HIGH)) {
            List<BoundingBox> kept = boxes(compare(good, all, filter));
            assertThat(before).as(filter.name()).containsAll(kept);
            before = kept;
        }
        assertThat(before).as("of the good one and three harmed ones").hasSizeLessThanOrEqualTo(1);
        assertThat(boxes(compare(good, all, QualityFilter.AUTO)))
                .isEqualTo(boxes(compare(good, all, QualityFilter.LOW)));
        CompareFacesResponse unsaid = client.compareFaces(r -> r.sourceImage(FaceWire.picture(TestPictures.png(good)))
                .targetImage(FaceWire.picture(TestPictures.png(good))));
        assertThat(unsaid.equalsBySdkFields(compare(good, good, QualityFilter.NONE)))
                .isTrue();
    }

    @Test
    void blurAndDarknessLowerWhatIsToldOfThem() {
        ImageQuality before = quality(good);

        assertThat(quality(Harm.BLUR.change.apply(good)).sharpness()).isLessThan(before.sharpness() / 2);
        assertThat(quality(Harm.DARKNESS.change.apply(good)).brightness()).isLessThan(0.7f * before.brightness());
    }

    private static boolean passesTheHighestBar(BufferedImage face) {
        try {
            return boxes(compare(face, face, QualityFilter.HIGH)).size() == 1;
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    private static ImageQuality quality(BufferedImage face) {
        return client.detectFaces(r -> r.image(FaceWire.picture(TestPictures.png(face))))
                .faceDetails()
                .get(0)
                .quality();
    }

    private static CompareFacesResponse compare(BufferedImage source, BufferedImage target, QualityFilter filter) {
        return client.compareFaces(r -> r.sourceImage(FaceWire.picture(TestPictures.png(source)))
                .targetImage(FaceWire.picture(TestPictures.png(target)))
                .qualityFilter(filter));
    }

    /** All faces of the target that are in the answer. */
    private static List<BoundingBox> boxes(CompareFacesResponse response) {
        return Stream.concat(
                        response.faceMatches().stream()
                                .map(match -> match.face().boundingBox()),
                        response.unmatchedFaces().stream().map(face -> face.boundingBox()))
                .toList();
    }
}
