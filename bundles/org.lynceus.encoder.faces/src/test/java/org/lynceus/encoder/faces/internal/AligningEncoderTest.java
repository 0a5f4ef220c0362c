package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.Point;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.testpictures.TestImage;

class AligningEncoderTest {
    private static final float[] FIRST_NUMBERS = {
        0.00754f, -0.08508f, -0.0218f, 0.02278f, 0.04515f, 0.0257f, 0.11003f, -0.00983f
    };

    private static ShippedModels models;
    private static AligningEncoder encoder;

    @BeforeAll
    static void load() throws Exception {
        models = ShippedModels.load();
        encoder = new AligningEncoder(models.mobileFace());
    }

    @AfterAll
    static void close() {
        encoder.close();
        models.close();
    }

    @Test
    void vectorsAreThoseOfTheReferenceChain() throws Exception {
        float[] vector = encode(
                        "sample1.jpg",
                        alignment(
                                1280, 442.369, 456.353, 518.346, 457.731, 456.827, 509.729, 451.247, 538.477, 522.445,
                                539.478))
                .get(0);

        assertThat(vector).hasSize(encoder.dimension());
        for (int i = 0; i < FIRST_NUMBERS.length; i++) {
            assertThat(vector[i]).isCloseTo(FIRST_NUMBERS[i], within(0.01f));
        }
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-6));
    }

    @Test
    void thePersonDecidesNotThePicture() throws Exception {
        List<float[]> one = encode(
                "sample1.jpg",
                alignment(
                        1280, 442.369, 456.353, 518.346, 457.731, 456.827, 509.729, 451.247, 538.477, 522.445, 539.478),
                alignment(
                        1280, 1552.823, 281.412, 1619.352, 334.261, 1545.038, 337.819, 1493.936, 348.565, 1555.13,
                        399.274));
        float[] samePerson = encode(
                        "sample3.jpg",
                        alignment(
                                1350, 1118.497, 320.558, 1218.338, 340.418, 1138.037, 382.835, 1109.188, 422.146,
                                1196.85, 440.599))
                .get(0);

        assertThat(cosine(one.get(1), samePerson)).isCloseTo(0.728, within(0.02));
        assertThat(similarity(one.get(1), samePerson)).isGreaterThan(99.9f);
        assertThat(similarity(one.get(0), samePerson)).isLessThan(5f);
    }

    @Test
    void theVersionFollowsWhatDeterminesTheVectors() {
        ModelInfo info = models.mobileFace().info();
        String version = EncoderVersion.of(info, info.graphs().get(0));

        assertThat(encoder.version()).isEqualTo(version).startsWith("mobileface-");
        assertThat(EncoderVersion.of(
                        OtherInfo.of(models.mobileFace(), "quality", "other").info(),
                        info.graphs().get(0)))
                .isEqualTo(version);
        assertThat(EncoderVersion.of(
                        OtherInfo.of(models.mobileFace(), AligningEncoder.MIRROR, "false")
                                .info(),
                        info.graphs().get(0)))
                .isNotEqualTo(version);
    }

    @Test
    void aModelThatDoesNotSayItsCurveGivesNoEncoder() {
        ModelInfo info = models.mobileFace().info();
        Map<String, String> properties = new HashMap<>(info.properties());
        properties.remove(Similarity.SLOPE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(new ModelInfo(
                        info.id(), info.version(), info.role(), info.graphs(), info.labels(), properties)))
                .withMessageContaining("similarity.slope");
    }

    @Test
    void aDimensionThatIsNotTheGraphsIsRefused() {
        Model wrong = OtherInfo.of(models.mobileFace(), AligningEncoder.DIMENSION, "128");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AligningEncoder(wrong))
                .withMessageContaining("[512]")
                .withMessageContaining("not of the 128 that embedding.dimension says");
    }

    @Test
    void aDimensionThatIsNoCountIsRefused() {
        Model wrong = OtherInfo.of(models.mobileFace(), AligningEncoder.DIMENSION, "many");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AligningEncoder(wrong))
                .withMessage("the embedding.dimension of model mobileface is not a number: many");
    }

    @Test
    void aRetiredEncoderSendsCallersToItsSuccessor() throws Exception {
        AligningEncoder retired = new AligningEncoder(models.mobileFace());
        retired.close();

        try (Image image = TestImage.read("sample1.jpg")) {
            assertThatThrownBy(() -> retired.encode(image, List.of()))
                    .isInstanceOfSatisfying(
                            VisionException.class,
                            e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.RETIRED));
        }
    }

    private static List<float[]> encode(String picture, FaceAlignment... faces) throws Exception {
        try (Image image = TestImage.read(picture)) {
            return encoder.encode(image, List.of(faces));
        }
    }

    /** Five points given in pixels of a picture 1920 wide. */
    private static FaceAlignment alignment(int height, double... xy) {
        Point[] points = new Point[5];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point((float) (xy[2 * i] / 1920), (float) (xy[2 * i + 1] / height));
        }
        return new FaceAlignment(points[0], points[1], points[2], points[3], points[4]);
    }

    private static float similarity(float[] a, float[] b) {
        return encoder.similarity(Math.sqrt(Math.max(0, 2 - 2 * cosine(a, b))));
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot;
    }
}
