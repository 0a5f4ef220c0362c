package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.Point;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class FusedEncoderTest {
    private final FixedEncoder primary = new FixedEncoder("a-1", 1);
    private final FixedEncoder companion = new FixedEncoder("b-1", 0.5);
    private final FusedEncoder fused = new FusedEncoder("a-b", fusion(0.3, 0.7), primary, companion);

    @Test
    void eachFaceHasTheVectorsOfBothMembers() throws Exception {
        try (Image image = picture()) {
            List<float[]> vectors = fused.encode(image, List.of(face(0), face(1)));

            assertThat(fused.dimension()).isEqualTo(4);
            assertThat(vectors.get(0)).containsExactly(new float[] {root(0.3), 0, root(0.7), 0}, within(1e-6f));
            assertThat(vectors.get(1))
                    .containsExactly(
                            new float[] {0, root(0.3), root(0.7) * root(0.5), root(0.7) * root(0.5)}, within(1e-6f));
        }
    }

    @Test
    void thePictureIsDecodedOnceForBoth() throws Exception {
        try (CountingImage image = new CountingImage(picture())) {
            fused.encode(image, List.of(face(0), face(1)));

            assertThat(image.decoded).isEqualTo(1);
        }
    }

    @Test
    void theVersionFollowsMembersAndWeights() {
        Set<String> versions = new HashSet<>();
        versions.add(fused.version());
        versions.add(new FusedEncoder("a-b", fusion(0.4, 0.6), primary, companion).version());
        versions.add(new FusedEncoder("a-b", fusion(0.3, 0.7), new FixedEncoder("a-2", 1), companion).version());
        versions.add(new FusedEncoder("a-b", fusion(0.3, 0.7), primary, new FixedEncoder("b-2", 1)).version());
        versions.add(new FusedEncoder("a-b", fusion(0.3, 0.7), companion, primary).version());

        assertThat(versions)
                .hasSize(5)
                .allSatisfy(version -> assertThat(version).matches("a-b-[0-9a-f]{12}"));
        assertThat(new FusedEncoder("a-b", fusion(0.3, 0.7), new FixedEncoder("a-1", 1), companion).version())
                .isEqualTo(fused.version());
    }

    @Test
    void itsCurveIsItsOwn() {
        assertThat(fused.similarity(Math.sqrt(2 - 2 * 0.7))).isCloseTo(50, within(1e-3f));
    }

    @Test
    void aRetiredEncoderSendsCallersToItsSuccessorAndLeavesItsMembers() throws Exception {
        fused.close();

        try (Image image = picture()) {
            assertThatThrownBy(() -> fused.encode(image, List.of(face(0))))
                    .isInstanceOfSatisfying(
                            VisionException.class,
                            e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.RETIRED));
            assertThat(primary.encode(image, List.of(face(0)))).hasSize(1);
        }
    }

    @Test
    void whatOneMemberCannotFails() throws Exception {
        VisionException failure = new VisionException(VisionException.Reason.INTERNAL, "broken");
        companion.failWith(failure);

        try (Image image = picture()) {
            assertThatThrownBy(() -> fused.encode(image, List.of(face(0)))).isSameAs(failure);
        }
    }

    private static Fusion fusion(double weight, double companionWeight) {
        return new Fusion("b-1", weight, companionWeight, new Calibration(new Similarity(90, 0.7), Optional.empty()));
    }

    private static float root(double weight) {
        return (float) Math.sqrt(weight);
    }

    private static TestImage picture() {
        return new TestImage(Mat.zeros(10, 10, CvType.CV_8UC3));
    }

    private static FaceAlignment face(float x) {
        Point point = new Point(x, 0);
        return new FaceAlignment(point, point, point, point, point);
    }

    /** Counts how often its pixels are asked for. */
    private static final class CountingImage implements Image {
        private final Image image;
        private int decoded;

        CountingImage(Image image) {
            this.image = image;
        }

        @Override
        public int width() {
            return image.width();
        }

        @Override
        public int height() {
            return image.height();
        }

        @Override
        public boolean oriented() {
            return image.oriented();
        }

        @Override
        public Pixels pixels(int minLongSide) throws VisionException {
            decoded++;
            return image.pixels(minLongSide);
        }

        @Override
        public void close() {
            image.close();
        }
    }
}
