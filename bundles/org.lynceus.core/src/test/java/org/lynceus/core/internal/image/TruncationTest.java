package org.lynceus.core.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lynceus.api.Image;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.VisionException;
import org.opencv.imgcodecs.Imgcodecs;

class TruncationTest {
    private final OpenCvImageDecoder decoder =
            new OpenCvImageDecoder(new PixelBudget(1 << 26, 1, Duration.ofSeconds(1)));

    static Stream<Arguments> files() {
        byte[] baseline = Pictures.jpeg(Pictures.quarters(96, 96));
        byte[] thumbnail = Pictures.jpeg(Pictures.plain(16, 16, Color.PINK));
        return Stream.of(
                Arguments.of("baseline", baseline),
                Arguments.of("progressive", Pictures.progressive(Pictures.quarters(96, 96))),
                Arguments.of(
                        "restart markers",
                        Pictures.jpeg(Pictures.quarters(96, 96), Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 1)),
                Arguments.of("thumbnail", Pictures.insert(baseline, 2, Pictures.segment(0xe1, thumbnail))),
                Arguments.of("png", Pictures.png(Pictures.quarters(96, 96))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileCutAnywhereIsRefused(String name, byte[] file) {
        assertThatCode(() -> decode(file)).doesNotThrowAnyException();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Pictures.cut(file, length);
            assertThatExceptionOfType(VisionException.class)
                    .as("%s cut to %s of %s bytes", name, length, file.length)
                    .isThrownBy(() -> decoder.open(cut, ImageLimits.DEFAULT).close())
                    .withMessage("Request has invalid image format");
        }
    }

    @Test
    void whatFollowsTheEndDoesNotMatter() {
        byte[] jpeg = Pictures.jpeg(Pictures.quarters(96, 96));
        byte[] png = Pictures.png(Pictures.quarters(96, 96));
        byte[] half = Pictures.cut(jpeg, jpeg.length / 2);
        for (byte[] file : new byte[][] {jpeg, png}) {
            assertThatCode(() -> decode(Pictures.concat(file, new byte[100]))).doesNotThrowAnyException();
            assertThatCode(() -> decode(Pictures.concat(file, jpeg))).doesNotThrowAnyException();
            assertThatCode(() -> decode(Pictures.concat(file, half))).doesNotThrowAnyException();
        }
    }

    @Test
    void fillBytesBetweenSegmentsAreLegal() {
        byte[] jpeg = Pictures.jpeg(Pictures.quarters(96, 96));
        byte[] fill = {(byte) 0xff, (byte) 0xff, (byte) 0xff};
        assertThatCode(() -> decode(Pictures.insert(jpeg, 2, fill))).doesNotThrowAnyException();
        assertThatCode(() -> decode(Pictures.insert(jpeg, jpeg.length - 2, fill)))
                .doesNotThrowAnyException();
    }

    @Test
    void aCutThatIsHiddenByAnEndMarkerIsFoundByDecoding() {
        byte[] baseline = Pictures.jpeg(Pictures.quarters(320, 240));
        byte[] restarts = Pictures.jpeg(Pictures.quarters(320, 240), Imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 4);
        for (byte[] file : new byte[][] {baseline, restarts}) {
            for (int percent = 20; percent <= 98; percent += 3) {
                byte[] cut = Pictures.cutAndClosed(file, file.length * percent / 100);
                assertThatExceptionOfType(VisionException.class)
                        .as("%s percent", percent)
                        .isThrownBy(() -> decode(cut));
            }
        }
    }

    @Test
    void aPictureThatReallyEndsInGreyIsNotSuspected() throws Exception {
        Color grey = new Color(128, 128, 128);
        decode(Pictures.jpeg(Pictures.plain(100, 100, grey)));
        decode(Pictures.progressive(Pictures.plain(100, 100, grey)));
        assertThat(PrematureEnd.reportedFor(Pictures.jpeg(Pictures.plain(100, 100, grey))))
                .isFalse();
    }

    @Test
    void pngWithTooLittleDataIsRefused() {
        byte[] png = Pictures.png(Pictures.quarters(96, 96));
        byte[] start = Pictures.cut(png, Pictures.PNG_SIGNATURE_BYTES + Pictures.PNG_IHDR_BYTES);
        int data = start.length + 8;
        int length = png.length - data - 4 - 12;
        byte[] half = java.util.Arrays.copyOfRange(png, data, data + length / 2);
        byte[] file = Pictures.concat(start, Pictures.chunk("IDAT", half), Pictures.chunk("IEND", new byte[0]));
        assertThatExceptionOfType(VisionException.class).isThrownBy(() -> decode(file));
    }

    @Test
    void aDamagedPngChunkIsRefused() {
        byte[] png = Pictures.png(Pictures.quarters(96, 96));
        png[png.length / 2] ^= 1;
        assertThatExceptionOfType(VisionException.class).isThrownBy(() -> decode(png));
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        byte[] file = Pictures.progressive(Pictures.quarters(96, 96));
        byte[] scan = Pictures.segment(0xda, new byte[] {1, 1, 0, 1, 63, 0});
        byte[] scans = Pictures.concat(java.util.Collections.nCopies(1000, scan).toArray(byte[][]::new));
        byte[] bomb = Pictures.insert(file, file.length - 2, scans);
        assertThatExceptionOfType(VisionException.class)
                .isThrownBy(() -> decoder.open(bomb, ImageLimits.DEFAULT).close());
    }

    private void decode(byte[] file) throws VisionException {
        try (Image image = decoder.open(file, ImageLimits.DEFAULT)) {
            image.pixels(10_000).close();
        }
    }
}
