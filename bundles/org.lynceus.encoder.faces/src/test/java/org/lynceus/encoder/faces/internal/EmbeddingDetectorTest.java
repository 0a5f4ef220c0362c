package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Faces;
import org.lynceus.api.face.Point;
import org.lynceus.api.face.Pose;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncodedFace;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncoderModel;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.Mat;

class EmbeddingDetectorTest {
    private static final EncoderModel MODEL = new EncoderModel("m", "1.0", "face-embedding", "m-0123");

    private final List<FaceOptions> asked = new ArrayList<>();

    private final EmbeddingDetector detector =
            new EmbeddingDetector("face-embedding", new FixedFaces(), new EyeEncoder(), MODEL);

    @Test
    void everyFaceHasItsOwnVector() throws Exception {
        try (Image image = new TestImage(new Mat())) {
            EmbeddingResult result = detector.detect(image, new EmbeddingOptions(null, 5));

            assertThat(result.model()).isEqualTo(MODEL);
            assertThat(result.faces())
                    .containsExactly(
                            new EncodedFace(box(0.5f), 99, List.of(0.5f, 0f)),
                            new EncodedFace(box(0.25f), 60, List.of(0.25f, 0f)));
            assertThat(asked).extracting(FaceOptions::maxFaces).containsExactly(5);
        }
    }

    @Test
    void facesThatAreNotConfidentEnoughAreNotEncoded() throws Exception {
        try (Image image = new TestImage(new Mat())) {
            assertThat(detector.detect(image, new EmbeddingOptions(70f, null)).faces())
                    .extracting(EncodedFace::confidence)
                    .containsExactly(99f);
        }
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddingOptions(101f, null))
                .withMessage("minConfidence is a number from 0 to 100, not 101.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddingOptions(null, 0))
                .withMessage("maxResults is at least 1, not 0");
    }

    private static BoundingBox box(float left) {
        return new BoundingBox(left, 0, 0.1f, 0.1f);
    }

    private static Face face(float left, float confidence) {
        Point eye = new Point(left, 0);
        return new Face(
                box(left),
                confidence,
                List.of(),
                new Pose(0, 0, 0),
                new FaceQuality(50, 50),
                new FaceAlignment(eye, eye, eye, eye, eye),
                FaceAttributes.NONE);
    }

    /** Two faces in every picture. */
    private final class FixedFaces implements DetectorRegistry {
        @Override
        public <O, R> Optional<Detector<O, R>> find(AnalysisType<O, R> type) {
            return Optional.empty();
        }

        @Override
        public List<AnalysisType<?, ?>> types() {
            return List.of(Faces.TYPE);
        }

        @Override
        public <O, R> R detect(AnalysisType<O, R> type, Image image, O options) {
            asked.add((FaceOptions) options);
            return type.result().cast(new FaceResult(List.of(face(0.5f, 99), face(0.25f, 60)), Optional.empty()));
        }
    }

    /** Encodes a face as the place of its left eye. */
    private static final class EyeEncoder implements FaceEncoder {
        @Override
        public String version() {
            return MODEL.encoder();
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<float[]> encode(Image image, List<FaceAlignment> faces) {
            return faces.stream()
                    .map(face -> new float[] {face.eyeLeft().x(), face.eyeLeft().y()})
                    .toList();
        }

        @Override
        public float similarity(double distance) {
            return 0;
        }
    }
}
