package org.lynceus.detector.celebrities.internal.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lynceus.detector.celebrities.internal.search.FakeFaces.face;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Judgement;
import org.lynceus.api.face.Pose;
import org.lynceus.api.face.QualityReason;
import org.lynceus.detector.celebrities.internal.portrait.PortraitResult.PortraitFace;
import org.lynceus.detector.celebrities.internal.search.FakeEncoder;
import org.lynceus.detector.celebrities.internal.search.FakeEncoders;
import org.lynceus.detector.celebrities.internal.search.FakeFaces;
import org.lynceus.detector.celebrities.internal.search.FakeImage;

class PortraitDetectorTest {
    private static final Image IMAGE = new FakeImage(100, 200);
    private static final FaceAttributes OCCLUDED = new FaceAttributes(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(new Judgement<>(true, 90)),
            Optional.empty());

    private final FakeFaces faces = new FakeFaces(face(90, 90, OCCLUDED), face(0, 5, FaceAttributes.NONE));
    private final FakeEncoders encoders = new FakeEncoders("best", "other");
    private final PortraitDetector detector = new PortraitDetector(faces, encoders);

    @Test
    void tellsWhatAGalleryIsMadeFrom() throws VisionException {
        PortraitResult result = detector.detect(IMAGE, new PortraitOptions());

        assertThat(result.encoders()).containsExactly("best", "other");
        assertThat(result.width()).isEqualTo(100);
        assertThat(result.height()).isEqualTo(200);
        assertThat(result.faces())
                .extracting(PortraitFace::occluded)
                .containsExactly(Optional.of(true), Optional.empty());
        assertThat(result.faces())
                .extracting(PortraitFace::reasons)
                .containsExactly(List.of(), List.of(QualityReason.LOW_SHARPNESS));
        PortraitFace second = result.faces().get(1);
        assertThat(second.vectors()).isEqualTo(Map.of("best", List.of(1f, 0f), "other", List.of(1f, 0f)));
        assertThat(second.confidence()).isEqualTo(99);
        assertThat(second.pose()).isEqualTo(new Pose(1, 2, 3));
        assertThat(faces.asked).containsExactly(new FaceOptions(Set.of(FaceAttribute.FACE_OCCLUDED), 10));
        assertThat(detector.type().name()).isEqualTo("face-portraits");
    }

    @Test
    void lookAlikesAreWhereOneInAHundredThousandIs() throws VisionException {
        double distance = 0.5;

        assertThat(detector.detect(IMAGE, new PortraitOptions()).lookAlike().get("best"))
                .isCloseTo(1 - distance * distance / 2, within(1e-9));
    }

    @Test
    void lookAlikesOfAnEncoderThatIsNeverOrAlwaysSure() {
        assertThat(LookAlike.cosine(new FakeEncoder("blind") {
                    @Override
                    public double falseMatchRate(double distance) {
                        return 1;
                    }
                }))
                .isEqualTo(1);
        assertThat(LookAlike.cosine(new FakeEncoder("perfect") {
                    @Override
                    public double falseMatchRate(double distance) {
                        return 0;
                    }
                }))
                .isCloseTo(-1, within(1e-9));
    }

    @Test
    void aPictureWithoutFacesHasNone() throws VisionException {
        PortraitResult result = new PortraitDetector(new FakeFaces(), encoders).detect(IMAGE, new PortraitOptions());

        assertThat(result.faces()).isEmpty();
        assertThat(result.encoders()).containsExactly("best", "other");
    }

    @Test
    void anEncoderThatGoesIsLeftOut() throws VisionException {
        encoders.vanishing.add("gone");

        PortraitResult result = detector.detect(IMAGE, new PortraitOptions());

        assertThat(result.encoders()).containsExactly("best", "other");
        assertThat(result.lookAlike()).containsOnlyKeys("best", "other");
        assertThat(result.faces().get(0).vectors()).containsOnlyKeys("best", "other");
    }

    @Test
    void onceItIsBeingReplacedItRefusesCalls() {
        detector.close();

        assertThatThrownBy(() -> detector.detect(IMAGE, new PortraitOptions()))
                .isInstanceOfSatisfying(
                        VisionException.class, e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.RETIRED));
    }
}
