package org.lynceus.core.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceEncoder;

class SwappingRegistriesTest {
    private static final AnalysisType<String, String> ECHO = new AnalysisType<>("echo", String.class, String.class);
    private static final AnalysisType<String, Integer> OTHER_ECHO =
            new AnalysisType<>("echo", String.class, Integer.class);
    private static final AnalysisType<String, String> ANT = new AnalysisType<>("ant", String.class, String.class);

    private record Echo(AnalysisType<String, String> type, String prefix) implements Detector<String, String> {
        @Override
        public String detect(Image image, String options) {
            return prefix + options;
        }
    }

    private record Encoder(String version) implements FaceEncoder {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public List<float[]> encode(Image image, List<FaceAlignment> faces) {
            return List.of();
        }

        @Override
        public float similarity(double distance) {
            return 0;
        }
    }

    private final SwappingDetectorRegistry detectors = new SwappingDetectorRegistry();
    private final SwappingFaceEncoders encoders = new SwappingFaceEncoders();

    @Test
    void theBestDetectorIsFoundAndAsked() throws Exception {
        bind(1, new Echo(ECHO, "low "));
        FakeReference<Detector<?, ?>> best = bind(2, new Echo(ECHO, "high "));
        bind(0, new Echo(ANT, "ant "));

        assertThat(detectors.detect(ECHO, null, "x")).isEqualTo("high x");
        assertThat(detectors.find(ECHO)).contains(new Echo(ECHO, "high "));
        assertThat(detectors.types()).isEqualTo(List.of(ANT, ECHO));
        detectors.unbindDetector(best);
        assertThat(detectors.detect(ECHO, null, "x")).isEqualTo("low x");
    }

    @Test
    void aTypeThatWasNeverThereIsNotInstalled() {
        assertThat(detectors.find(ECHO)).isEmpty();
        assertThatExceptionOfType(VisionException.class)
                .isThrownBy(() -> detectors.detect(ECHO, null, "x"))
                .withMessage("No detector of type echo is installed.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_INSTALLED));
    }

    @Test
    void aDetectorWithOtherRecordsIsAnotherType() {
        bind(0, new Echo(ECHO, ""));
        assertThat(detectors.find(OTHER_ECHO)).isEmpty();
        assertThatExceptionOfType(VisionException.class)
                .isThrownBy(() -> detectors.detect(OTHER_ECHO, null, "x"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_INSTALLED));
    }

    @Test
    void encodersAreFoundByVersionOrByRanking() throws Exception {
        encoders.bindEncoder(new FakeReference<>(0), new Encoder("v1"));
        encoders.bindEncoder(new FakeReference<>(1), new Encoder("v2"));

        assertThat(encoders.<String>call(Optional.empty(), FaceEncoder::version))
                .isEqualTo("v2");
        assertThat(encoders.<String>call(Optional.of("v1"), FaceEncoder::version))
                .isEqualTo("v1");
        assertThatExceptionOfType(VisionException.class)
                .isThrownBy(() -> encoders.<String>call(Optional.of("v3"), FaceEncoder::version))
                .withMessage("No face encoder of version v3 is installed.");
    }

    private FakeReference<Detector<?, ?>> bind(int ranking, Detector<?, ?> detector) {
        FakeReference<Detector<?, ?>> reference = new FakeReference<>(ranking);
        detectors.bindDetector(reference, detector);
        return reference;
    }
}
