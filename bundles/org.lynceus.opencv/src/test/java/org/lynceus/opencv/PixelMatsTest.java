package org.lynceus.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.lynceus.api.Pixels;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class PixelMatsTest {
    @Test
    void pixelsOfOnesOwnAreFilledThroughTheirView() {
        try (Pixels pixels = PixelMats.allocate(5, 4)) {
            Mat view = PixelMats.view(pixels);
            view.submat(new Rect(2, 1, 3, 3)).setTo(new Scalar(7, 8, 9));
            view.release();

            assertThat(pixels.stride()).isEqualTo(15);
            assertThat(pixels.buffer().get(0)).isZero();
            assertThat(pixels.buffer().get(1 * 15 + 2 * 3 + 2)).isEqualTo((byte) 9);
        }
    }

    @Test
    void aPartOfAMatrixIsCopied() {
        Mat picture = new Mat(6, 6, CvType.CV_8UC3, new Scalar(1, 1, 1));
        picture.submat(new Rect(3, 2, 1, 1)).setTo(new Scalar(50, 60, 70));
        try (Pixels pixels = PixelMats.copy(picture.submat(new Rect(2, 2, 3, 2)))) {
            assertThat(pixels.width()).isEqualTo(3);
            assertThat(pixels.height()).isEqualTo(2);
            assertThat(pixels.buffer().get(3)).isEqualTo((byte) 50);
            assertThat(pixels.buffer().get(6)).isEqualTo((byte) 1);
        }
    }

    @Test
    void closedPixelsAreNotRead() {
        Pixels pixels = PixelMats.allocate(1, 1);
        pixels.close();
        pixels.close();

        assertThatIllegalStateException().isThrownBy(pixels::buffer);
    }

    @Test
    void thereAreNoPixelsOfNoSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> PixelMats.allocate(0, 5));
    }

    static {
        OpenCv.load();
    }
}
