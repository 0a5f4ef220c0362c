package org.lynceus.inference.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Pixels;
import org.lynceus.inference.internal.Picture;
import org.lynceus.inference.internal.decode.Fit.Area;
import org.lynceus.inference.internal.decode.Fit.Placement;
import org.lynceus.inference.internal.decode.Fit.Size;

class FitTest {
    private static final Size WIDE = new Size(200, 100);
    private static final Size SQUARE = new Size(64, 64);

    @Test
    void aStretchedPictureFillsTheInput() {
        Placement placement = Fit.STRETCH.place(WIDE, SQUARE, 1);
        assertThat(placement.to()).isEqualTo(new Area(0, 0, 64, 64));
        assertThat(placement.frame().box(16, 16, 48, 64)).isEqualTo(new BoundingBox(0.25f, 0.25f, 0.5f, 0.75f));
    }

    @Test
    void aLetterboxHasItsBorderOnBothSides() {
        Placement placement = Fit.LETTERBOX.place(WIDE, SQUARE, 1);
        assertThat(placement.to()).isEqualTo(new Area(0, 16, 64, 32));
        assertThat(placement.bordered()).isTrue();
        assertThat(placement.frame().box(0, 16, 64, 48)).isEqualTo(new BoundingBox(0, 0, 1, 1));
        assertThat(placement.frame().box(0, 0, 64, 64)).isEqualTo(new BoundingBox(0, -0.5f, 1, 2));
        assertThat(placement.frame().clippedBox(32, 0, 70, 32)).isEqualTo(new BoundingBox(0.5f, 0, 0.5f, 0.5f));
    }

    @Test
    void aLetterboxAtTheCornerHasItsBorderBelow() {
        Placement placement = Fit.LETTERBOX_CORNER.place(WIDE, SQUARE, 1);
        assertThat(placement.to()).isEqualTo(new Area(0, 0, 64, 32));
        assertThat(placement.frame().box(0, 0, 64, 32)).isEqualTo(new BoundingBox(0, 0, 1, 1));
    }

    @Test
    void aCropKeepsTheMiddle() {
        Placement placement = Fit.CROP.place(WIDE, SQUARE, 0.5);
        assertThat(placement.from()).isEqualTo(new Area(75, 25, 50, 50));
        assertThat(placement.to()).isEqualTo(new Area(0, 0, 64, 64));
        assertThat(placement.frame().box(0, 0, 64, 64)).isEqualTo(new BoundingBox(0.375f, 0.25f, 0.25f, 0.5f));
    }

    @Test
    void aVeryThinPictureKeepsAPixel() {
        Placement placement = Fit.LETTERBOX.place(new Size(5000, 1), SQUARE, 1);
        assertThat(placement.to()).isEqualTo(new Area(0, 31, 64, 1));
        assertThat(Fit.CROP.place(new Size(5000, 1), SQUARE, 0.01).from()).isEqualTo(new Area(2499, 0, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "stretch, 200, 100, 160, 120", "stretch, 90, 161, 320, 320", "letterbox, 200, 100, 160, 120",
        "letterbox, 90, 161, 320, 320", "letterbox, 333, 77, 64, 96", "letterbox-corner, 200, 101, 160, 120",
        "letterbox-corner, 90, 161, 320, 320", "crop, 200, 100, 160, 120", "crop, 91, 160, 320, 300",
    })
    void aBoxThatWasDrawnMapsBack(String fit, int width, int height, int inputWidth, int inputHeight) {
        Map<String, String> properties = new HashMap<>(Map.of("fit", fit, "crop", "0.9", "interpolation", "area"));
        Feed feed = Feed.of(Contexts.of(List.of(1L, 3L, (long) inputHeight, (long) inputWidth), properties));
        BoundingBox drawn = new BoundingBox(width * 0.4f, height * 0.45f, width * 0.2f, height * 0.25f);
        int left = Math.round(drawn.left());
        int top = Math.round(drawn.top());
        int right = Math.round(drawn.right());
        int bottom = Math.round(drawn.bottom());

        try (Picture picture = new Picture(width, height).fill(left, top, right - left, bottom - top, 0xffffff);
                Pixels pixels = picture.pixels();
                Feeder feeder = new Feeder(feed)) {
            Placement placement = feed.place(width, height);
            FloatBuffer tensor = feeder.fill(pixels, placement);
            double[] columns = bright(tensor, inputWidth, inputHeight, true);
            double[] rows = bright(tensor, inputWidth, inputHeight, false);
            BoundingBox found = placement.frame().box(columns[0], rows[0], columns[1], rows[1]);

            assertThat(found.left() * width).isCloseTo(left, within(0.5f));
            assertThat(found.top() * height).isCloseTo(top, within(0.5f));
            assertThat(found.right() * width).isCloseTo(right, within(0.5f));
            assertThat(found.bottom() * height).isCloseTo(bottom, within(0.5f));
        }
    }

    /** Begin and end of the bright part along an axis, by its brightness: a pixel half bright counts half. */
    private static double[] bright(FloatBuffer plane, int width, int height, boolean alongRow) {
        int length = alongRow ? width : height;
        double[] profile = new double[length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = alongRow ? x : y;
                profile[at] = Math.max(profile[at], plane.get(y * width + x) / 255);
            }
        }
        double extent = 0;
        double middle = 0;
        for (int i = 0; i < length; i++) {
            extent += profile[i];
            middle += profile[i] * (i + 0.5);
        }
        middle /= extent;
        return new double[] {middle - extent / 2, middle + extent / 2};
    }

    @Test
    void aBorderIsGreyAsAsked() {
        Feed feed = Feed.of(
                Contexts.of(List.of(1L, 3L, 64L, 64L), Map.of("fit", "letterbox-corner", "graph.g.pad", "114")));
        try (Picture picture = new Picture(200, 100).fill(0xffffff);
                Pixels pixels = picture.pixels();
                Feeder feeder = new Feeder(feed)) {
            FloatBuffer tensor = feeder.fill(pixels, feed.place(200, 100));
            assertThat(tensor.get(31 * 64 + 63)).isEqualTo(255f);
            assertThat(tensor.get(32 * 64 + 63)).isEqualTo(114f);
        }
    }
}
