package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.Point;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class AlignmentTemplateTest {
    private static final String LARGE = "45,60,105,60,75,90,50,120,100,120";

    static {
        OpenCv.load();
    }

    @Test
    void aFaceIsCutToTheSquareOfItsOwnModel() {
        AlignmentTemplate template = AlignmentTemplate.of(info("150", LARGE));
        Mat picture = new Mat(400, 400, CvType.CV_8UC3, Scalar.all(0));
        // A face twice as large as the template, moved by 50 to the right: its left eye is a white dot.
        Imgproc.circle(picture, new org.opencv.core.Point(50 + 2 * 45, 2 * 60), 6, Scalar.all(255), -1);
        FaceAlignment alignment = new FaceAlignment(
                point(50 + 90, 120),
                point(50 + 210, 120),
                point(50 + 150, 180),
                point(50 + 100, 240),
                point(50 + 200, 240));

        Mat crop = new AlignedFace(picture, alignment, false).cut(template, 150);

        assertThat(crop.size()).isEqualTo(new org.opencv.core.Size(150, 150));
        assertThat(crop.get(60, 45)[0]).isEqualTo(255);
        assertThat(crop.get(60, 55)[0]).isZero();
    }

    @Test
    void theTemplateItselfIsAFaceThatFillsTheSquare() {
        FaceAlignment alignment = AlignmentTemplate.of(info("150", LARGE)).alignment();

        assertThat(alignment.eyeLeft()).isEqualTo(new Point(0.3f, 0.4f));
        assertThat(alignment.mouthRight()).isEqualTo(new Point(100 / 150f, 0.8f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "1,2,3,4,5,6,7,8,9,ten"})
    void anythingButTenNumbersIsRefused(String points) {
        ModelInfo info = info("112", points);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignmentTemplate.of(info))
                .withMessageContaining("alignment.template needs ten numbers");
    }

    @Test
    void aSizeThatIsNoNumberIsRefused() {
        ModelInfo info = info("large", LARGE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignmentTemplate.of(info))
                .withMessageContaining("alignment.size of model m is not a number: large");
    }

    private static Point point(double x, double y) {
        return new Point((float) (x / 400), (float) (y / 400));
    }

    private static ModelInfo info(String side, String points) {
        GraphInfo graph = new GraphInfo(
                "embed",
                "embed.onnx",
                "00",
                List.of(1L, 3L, 150L, 150L),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.RGB,
                List.of(0f),
                List.of(1f));
        return new ModelInfo(
                "m",
                "1",
                "face-embedding",
                List.of(graph),
                List.of(),
                Map.of(AlignmentTemplate.SIDE, side, AlignmentTemplate.POINTS, points));
    }
}
