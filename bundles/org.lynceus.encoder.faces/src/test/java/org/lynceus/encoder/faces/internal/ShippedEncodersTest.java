package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.Image;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.Point;
import org.lynceus.testpictures.TestImage;

class ShippedEncodersTest {
    private static ShippedModels models;
    private static AligningEncoder mobileFace;
    private static AligningEncoder dlib;
    private static Fusion fusion;
    private static FusedEncoder fused;

    @BeforeAll
    static void load() throws Exception {
        models = ShippedModels.load();
        mobileFace = new AligningEncoder(models.mobileFace());
        dlib = new AligningEncoder(models.dlib());
        fusion = Fusion.of(models.mobileFace().info()).orElseThrow();
        fused = new FusedEncoder("mobileface-dlib-face", fusion, mobileFace, dlib);
    }

    @AfterAll
    static void close() {
        fused.close();
        dlib.close();
        mobileFace.close();
        models.close();
    }

    @Test
    void theCompanionThatIsNamedIsTheOneThatIsShipped() {
        assertThat(fusion.companion()).isEqualTo(dlib.version());
        assertThat(Fusion.of(models.dlib().info())).isEmpty();
    }

    @Test
    void aFusedVectorStandsForBoth() throws Exception {
        List<FaceAlignment> faces = List.of(
                alignment(442.369, 456.353, 518.346, 457.731, 456.827, 509.729, 451.247, 538.477, 522.445, 539.478),
                alignment(
                        1552.823, 281.412, 1619.352, 334.261, 1545.038, 337.819, 1493.936, 348.565, 1555.13, 399.274));
        try (Image image = TestImage.read("sample1.jpg")) {
            double expected = fusion.weight() * cosine(mobileFace, image, faces)
                    + fusion.companionWeight() * cosine(dlib, image, faces);

            assertThat(fused.dimension()).isEqualTo(640);
            assertThat(fused.encode(image, faces))
                    .allSatisfy(vector -> assertThat(dot(vector, vector)).isCloseTo(1, within(1e-6)));
            assertThat(cosine(fused, image, faces)).isCloseTo(expected, within(1e-6));
            assertThat(fused.similarity(Math.sqrt(2 - 2 * expected))).isLessThan(80);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "mobileface, 0.3609, 80", "mobileface, 0.4877, 99",
        "dlib, 0.9304, 80", "dlib, 0.9506, 99",
        "fused, 0.7230, 80", "fused, 0.7770, 99"
    })
    void similarityIsWhatFalseMatchesOfPortraitsSay(String name, double cosine, float similarity) {
        FaceEncoder encoder = switch (name) {
            case "mobileface" -> mobileFace;
            case "dlib" -> dlib;
            default -> fused;
        };

        assertThat(encoder.similarity(Math.sqrt(2 - 2 * cosine))).isCloseTo(similarity, within(0.15f));
        assertThat(encoder.similarity(0)).isBetween(99.999f, 100f);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"mobileface", "dlib", "fused"})
    void falseMatchRatesAgreeWithTheSimilarityAndFallFasterBeyondIt(String name) {
        FaceEncoder encoder = switch (name) {
            case "mobileface" -> mobileFace;
            case "dlib" -> dlib;
            default -> fused;
        };
        double at80 = distanceOf(encoder, 80);
        double at99 = distanceOf(encoder, 99);

        assertThat(Math.log10(encoder.falseMatchRate(at80))).isCloseTo(-3, within(0.15));
        assertThat(Math.log10(encoder.falseMatchRate(at99))).isCloseTo(-5, within(0.15));
        assertThat(encoder.falseMatchRate(distanceOf(encoder, 99.9f))).isLessThan(3e-7);
        assertThat(encoder.falseMatchRate(2)).isEqualTo(1);
        assertThat(encoder.falseMatchRate(0)).isBetween(0d, 1e-10);
    }

    /** The distance at which an encoder's similarity is this, by halving. */
    private static double distanceOf(FaceEncoder encoder, float similarity) {
        double near = 0;
        double far = 2;
        for (int i = 0; i < 50; i++) {
            double middle = (near + far) / 2;
            if (encoder.similarity(middle) > similarity) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    private static double cosine(FaceEncoder encoder, Image image, List<FaceAlignment> faces) throws Exception {
        List<float[]> vectors = encoder.encode(image, faces);
        return dot(vectors.get(0), vectors.get(1));
    }

    private static double dot(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot;
    }

    /** Five points given in pixels of a picture of 1920 x 1280. */
    private static FaceAlignment alignment(double... xy) {
        Point[] points = new Point[5];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point((float) (xy[2 * i] / 1920), (float) (xy[2 * i + 1] / 1280));
        }
        return new FaceAlignment(points[0], points[1], points[2], points[3], points[4]);
    }
}
