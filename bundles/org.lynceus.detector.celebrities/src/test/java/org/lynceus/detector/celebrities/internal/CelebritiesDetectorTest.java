package org.lynceus.detector.celebrities.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.detector.celebrities.internal.search.FakeFaces.face;
import static org.lynceus.detector.celebrities.internal.search.People.at;
import static org.lynceus.detector.celebrities.internal.search.People.gallery;
import static org.lynceus.detector.celebrities.internal.search.People.snapshot;

import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.celebrity.Celebrities;
import org.lynceus.api.celebrity.CelebrityOptions;
import org.lynceus.api.celebrity.CelebrityResult;
import org.lynceus.api.celebrity.RecognizedCelebrity;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.celebrities.internal.search.FakeEncoders;
import org.lynceus.detector.celebrities.internal.search.FakeFaces;
import org.lynceus.detector.celebrities.internal.search.FakeImage;
import org.lynceus.detector.celebrities.internal.search.FixedGalleries;
import org.lynceus.detector.celebrities.internal.search.GallerySearch;
import org.lynceus.detector.celebrities.internal.search.Identification;

class CelebritiesDetectorTest {
    private static final Image IMAGE = new FakeImage(100, 100);
    private static final Face STRANGER = face(45, 90, FaceAttributes.NONE);
    private static final Face KNOWN = face(89, 90, FaceAttributes.NONE);
    private static final Face BLURRED = face(0, 5, FaceAttributes.NONE);
    private static final Face OTHER = face(30, 90, FaceAttributes.NONE);

    private final FakeFaces faces = new FakeFaces(STRANGER, KNOWN, BLURRED, OTHER);
    private final CelebritiesDetector detector = new CelebritiesDetector(
            faces,
            new GallerySearch(
                    new FakeEncoders("e"),
                    new FixedGalleries(snapshot(gallery("e", at("a", 0), at("b", 90)))),
                    new Identification(0.0005, 10)));

    @Test
    void splitsTheFacesAndKeepsTheirOrder() throws VisionException {
        CelebrityResult result = detector.detect(IMAGE, CelebrityOptions.DEFAULT);

        assertThat(result.recognized())
                .extracting(named -> named.celebrity().id())
                .containsExactly("b", "a");
        assertThat(result.recognized()).extracting(RecognizedCelebrity::face).containsExactly(KNOWN, OTHER);
        assertThat(result.recognized().get(0).matchConfidence()).isGreaterThan(99.99f);
        assertThat(result.recognized().get(1).matchConfidence()).isBetween(99.7f, 99.9f);
        assertThat(result.unrecognized()).containsExactly(STRANGER, BLURRED);
        assertThat(result.orientation()).contains(Orientation.ROTATE_90);
        assertThat(detector.type()).isEqualTo(Celebrities.TYPE);
    }

    @Test
    void asksForTheFacesThatAreWanted() throws VisionException {
        Set<FaceAttribute> attributes = EnumSet.of(FaceAttribute.SMILE, FaceAttribute.EMOTIONS);
        detector.detect(IMAGE, new CelebrityOptions(attributes, 7, null));

        assertThat(faces.asked).containsExactly(new FaceOptions(attributes, 7));
    }

    @Test
    void whoIsNotSureEnoughIsUnrecognized() throws VisionException {
        CelebrityResult result = detector.detect(IMAGE, new CelebrityOptions(null, null, 99.9f));

        assertThat(result.recognized()).extracting(RecognizedCelebrity::face).containsExactly(KNOWN);
        assertThat(result.unrecognized()).containsExactly(STRANGER, BLURRED, OTHER);
    }

    @ParameterizedTest
    @CsvSource({"0.002,2,0.002,2", "0,2,0.001,10", "0.002,0.5,0.001,10"})
    void aConfigurationThatMakesNoSenseIsReplacedByTheDefaults(
            double strangers, double margin, double usedStrangers, double usedMargin) {
        assertThat(DetectorRegistrar.rule(config(strangers, margin)))
                .isEqualTo(new Identification(usedStrangers, usedMargin));
    }

    private static Config config(double strangers, double margin) {
        return new Config() {
            @Override
            public double strangers_named() {
                return strangers;
            }

            @Override
            public double margin() {
                return margin;
            }

            @Override
            public int max_megabytes() {
                return 1;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Config.class;
            }
        };
    }

    @Test
    void onceItIsBeingReplacedItRefusesCalls() {
        detector.close();

        assertThatThrownBy(() -> detector.detect(IMAGE, CelebrityOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        VisionException.class, e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.RETIRED));
    }
}
