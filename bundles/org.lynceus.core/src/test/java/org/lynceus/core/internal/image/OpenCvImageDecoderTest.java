package org.lynceus.core.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.Image;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.Pixels;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;

@SuppressWarnings("try") // closing early is what is tested
class OpenCvImageDecoderTest {
    private static final int MEBIBYTE = 1 << 20;

    private final PixelBudget budget = new PixelBudget(64 * MEBIBYTE, 2, Duration.ofMillis(50));
    private final OpenCvImageDecoder decoder = new OpenCvImageDecoder(budget);

    @AfterEach
    void everythingIsGivenBack() {
        assertThat(budget.used()).isZero();
        decoder.deactivate();
    }

    @ParameterizedTest
    @CsvSource({
        "1, top, left",
        "2, top, right",
        "3, bottom, right",
        "4, bottom, left",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void everyExifOrientationIsApplied(int orientation, String firstRow, String firstColumn) throws Exception {
        BufferedImage upright = Pictures.quarters(160, 120);
        BufferedImage stored = stored(upright, firstRow, firstColumn);
        byte[] file = Pictures.insert(Pictures.jpeg(stored), 2, Pictures.exif(orientation, orientation % 2 == 0));

        for (int longSide : new int[] {160, 80, 20}) {
            try (Image image = decoder.open(file, ImageLimits.DEFAULT);
                    Pixels pixels = image.pixels(longSide)) {
                assertThat(image.oriented()).isTrue();
                assertThat(image.width()).isEqualTo(160);
                assertThat(image.height()).isEqualTo(120);
                assertThat(pixels.width()).isEqualTo(longSide);
                assertThat(pixels.height()).isEqualTo(longSide * 3 / 4);
                assertQuarters(pixels);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void anOrientationThatDoesNotExistIsIgnored(int orientation) throws Exception {
        byte[] file = Pictures.insert(Pictures.jpeg(Pictures.quarters(160, 120)), 2, Pictures.exif(orientation, false));
        try (Image image = decoder.open(file, ImageLimits.DEFAULT);
                Pixels pixels = image.pixels(160)) {
            assertThat(image.oriented()).isFalse();
            assertQuarters(pixels);
        }
    }

    @Test
    void aBrokenExifBlockIsIgnoredWhereverItBreaks() throws Exception {
        byte[] jpeg = Pictures.jpeg(Pictures.quarters(80, 80));
        byte[] exif = Pictures.exif(6, false);
        for (int at = 10; at < exif.length - 8; at++) {
            for (byte garbage : new byte[] {0, (byte) 0xff, 0x7f}) {
                byte[] broken = exif.clone();
                broken[at] = garbage;
                decoder.open(Pictures.insert(jpeg, 2, broken), ImageLimits.DEFAULT)
                        .close();
            }
        }
        byte[] shortened = Pictures.segment(0xe1, "Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        try (Image image = decoder.open(Pictures.insert(jpeg, 2, shortened), ImageLimits.DEFAULT)) {
            assertThat(image.oriented()).isFalse();
        }
    }

    @Test
    void aPngIsNeverRotated() throws Exception {
        byte[] png = Pictures.png(Pictures.quarters(160, 120));
        byte[] tiff = ByteBuffer.wrap(Pictures.exif(6, false), 10, 26).slice().array();
        byte[] exif = Pictures.chunk("eXIf", java.util.Arrays.copyOfRange(tiff, 10, 36));
        byte[] file = Pictures.insert(png, Pictures.PNG_SIGNATURE_BYTES + Pictures.PNG_IHDR_BYTES, exif);
        try (Image image = decoder.open(file, ImageLimits.DEFAULT);
                Pixels pixels = image.pixels(160)) {
            assertThat(image.oriented()).isFalse();
            assertThat(pixels.width()).isEqualTo(160);
            assertQuarters(pixels);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "100, 100", "101, 200", "201, 400", "401, 800", "800, 800", "5000, 800"})
    void theSmallestSufficientScaleIsDecoded(int wanted, int expected) throws Exception {
        byte[] jpeg = Pictures.jpeg(Pictures.quarters(800, 600));
        byte[] png = Pictures.png(Pictures.quarters(800, 600));
        for (byte[] file : new byte[][] {jpeg, png}) {
            try (Image image = decoder.open(file, ImageLimits.DEFAULT);
                    Pixels pixels = image.pixels(wanted)) {
                assertThat(pixels.width()).isEqualTo(expected);
                assertThat(pixels.height()).isEqualTo(expected * 3 / 4);
                assertThat(pixels.stride()).isEqualTo(3 * expected);
                assertQuarters(pixels);
            }
        }
    }

    @Test
    void sidesAreRoundedUpWhenTheyDoNotDivide() throws Exception {
        byte[] jpeg = Pictures.jpeg(Pictures.quarters(803, 607));
        byte[] png = Pictures.png(Pictures.quarters(803, 607));
        for (byte[] file : new byte[][] {jpeg, png}) {
            try (Image image = decoder.open(file, ImageLimits.DEFAULT);
                    Pixels pixels = image.pixels(101)) {
                assertThat(pixels.width()).isEqualTo(101);
                assertThat(pixels.height()).isEqualTo(76);
            }
        }
    }

    @Test
    void smallerPixelsComeFromTheLargerAndALargerScaleIsDecodedAnew() throws Exception {
        byte[] file = Pictures.jpeg(Pictures.quarters(800, 600));
        try (Image image = decoder.open(file, ImageLimits.DEFAULT);
                Pixels half = image.pixels(400);
                Pixels less = image.pixels(100);
                Pixels whole = image.pixels(800)) {
            assertThat(less.buffer()).isSameAs(half.buffer());
            assertThat(whole.width()).isEqualTo(800);
            assertQuarters(half);
            assertQuarters(whole);
        }
    }

    @Test
    void concurrentCallersDecodeOnce() throws Exception {
        byte[] file = Pictures.jpeg(Pictures.quarters(1600, 1200));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Image image = decoder.open(file, ImageLimits.DEFAULT)) {
            Callable<Pixels> call = () -> image.pixels(1600);
            Future<Pixels> one = threads.submit(call);
            Future<Pixels> two = threads.submit(call);
            try (Pixels first = one.get();
                    Pixels second = two.get()) {
                assertThat(first.buffer()).isSameAs(second.buffer());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void pixelsOutliveTheImageAndEndWhenClosed() throws Exception {
        Image image = decoder.open(Pictures.jpeg(Pictures.quarters(160, 120)), ImageLimits.DEFAULT);
        Pixels pixels = image.pixels(160);
        image.close();
        image.close();

        assertQuarters(pixels);
        assertThat(budget.used()).isPositive();
        assertThatIllegalStateException().isThrownBy(() -> image.pixels(160));
        pixels.close();
        pixels.close();
        assertThat(budget.used()).isZero();
        assertThatIllegalStateException().isThrownBy(pixels::buffer);
    }

    @Test
    void oneHoldClosedTwiceDoesNotTakeAnothersMemory() throws Exception {
        try (Image image = decoder.open(Pictures.jpeg(Pictures.quarters(160, 120)), ImageLimits.DEFAULT)) {
            Pixels one = image.pixels(160);
            Pixels two = image.pixels(160);
            image.close();
            one.close();
            one.close();
            assertThat(budget.used()).isPositive();
            assertQuarters(two);
            two.close();
        }
    }

    @Test
    void timeIsCountedAsDecoding() throws Exception {
        try (Timings timings = Timings.begin();
                Image image = decoder.open(Pictures.jpeg(Pictures.quarters(800, 600)), ImageLimits.DEFAULT)) {
            long header = timings.nanos().get("decode");
            image.pixels(800).close();
            assertThat(timings.nanos().get("decode")).isGreaterThan(header);
        }
    }

    @Test
    void aPictureBesideAnotherThatFillsTheBudgetIsRefused() throws Exception {
        PixelBudget small = new PixelBudget(100_000, 1, Duration.ofMillis(20));
        OpenCvImageDecoder tight = new OpenCvImageDecoder(small);
        byte[] file = Pictures.jpeg(Pictures.quarters(160, 120));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Image one = tight.open(file, ImageLimits.DEFAULT);
                Image two = tight.open(file, ImageLimits.DEFAULT)) {
            Pixels alone = one.pixels(160);
            Future<Pixels> refused = thread.submit(() -> two.pixels(160));
            assertThat(refused)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(VisionException.class)
                    .withMessageContaining("Provisioned rate exceeded");
            alone.close();
            one.close();
            thread.submit(() -> two.pixels(160)).get().close();
        } finally {
            thread.shutdownNow();
            tight.deactivate();
        }
        assertThat(small.used()).isZero();
    }

    @Test
    void limitsAreInclusiveAndSpeakOfTheUprightPicture() throws Exception {
        decoder.open(Pictures.jpeg(Pictures.quarters(80, 80)), ImageLimits.DEFAULT)
                .close();
        refused(Pictures.jpeg(Pictures.quarters(79, 200)), Reason.INVALID_PARAMETER, "Request has invalid parameters");
        refused(Pictures.png(Pictures.quarters(200, 79)), Reason.INVALID_PARAMETER, "Request has invalid parameters");
        byte[] turned = Pictures.insert(Pictures.jpeg(Pictures.quarters(300, 100)), 2, Pictures.exif(6, true));
        ImageLimits tight = new ImageLimits(80, 299);
        assertThatExceptionOfType(VisionException.class)
                .isThrownBy(() -> decoder.open(turned, tight))
                .withMessage("Input image dimensions 100 x 300 exceed maximum dimension size of 299 pixels");
        decoder.open(turned, new ImageLimits(100, 300)).close();
    }

    @Test
    void bombsAreRefusedByTheirHeader() {
        byte[] jpeg = Pictures.jpeg(Pictures.quarters(80, 80));
        ByteBuffer.wrap(jpeg)
                .putShort(Pictures.frameSizes(jpeg), (short) 60_000)
                .putShort(Pictures.frameSizes(jpeg) + 2, (short) 60_000);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        byte[] png = Pictures.concat(
                Pictures.cut(Pictures.png(Pictures.quarters(80, 80)), Pictures.PNG_SIGNATURE_BYTES),
                Pictures.chunk("IHDR", header),
                Pictures.chunk("IDAT", new byte[100]),
                Pictures.chunk("IEND", new byte[0]));
        String message = "Input image dimensions 60000 x 60000 exceed maximum dimension size of 10000 pixels";

        long start = System.nanoTime();
        refused(jpeg, Reason.IMAGE_TOO_LARGE, message);
        refused(png, Reason.IMAGE_TOO_LARGE, message);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void otherFormatsAreRefused() {
        for (String text : new String[] {"", "x", "GIF89a and more", "\u00ff\u00d8", "BM rest", "RIFF    WEBPVP8 "}) {
            refused(
                    text.getBytes(StandardCharsets.ISO_8859_1),
                    Reason.INVALID_IMAGE,
                    "Request has invalid image format");
        }
    }

    private void refused(byte[] file, Reason reason, String message) {
        assertThatExceptionOfType(VisionException.class)
                .isThrownBy(() -> decoder.open(file, ImageLimits.DEFAULT))
                .withMessage(message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    static void assertQuarters(Pixels pixels) {
        int right = pixels.width() - 2;
        int bottom = pixels.height() - 2;
        assertColor(pixels, 1, 1, Color.RED);
        assertColor(pixels, right, 1, Color.GREEN);
        assertColor(pixels, 1, bottom, Color.BLUE);
        assertColor(pixels, right, bottom, Color.YELLOW);
    }

    private static void assertColor(Pixels pixels, int x, int y, Color color) {
        int at = y * pixels.stride() + 3 * x;
        int[] bgr = new int[3];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = Byte.toUnsignedInt(pixels.buffer().get(at + i));
        }
        String where = "pixel " + x + ", " + y;
        assertThat(bgr[0] > 128).as(where).isEqualTo(color.getBlue() > 128);
        assertThat(bgr[1] > 128).as(where).isEqualTo(color.getGreen() > 128);
        assertThat(bgr[2] > 128).as(where).isEqualTo(color.getRed() > 128);
    }

    /** The stored picture, by what the Exif standard says its first row and its first column are. */
    private static BufferedImage stored(BufferedImage upright, String firstRow, String firstColumn) {
        boolean swap = firstRow.equals("left") || firstRow.equals("right");
        int width = upright.getWidth();
        int height = upright.getHeight();
        BufferedImage stored =
                new BufferedImage(swap ? height : width, swap ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int x = 0;
                int y = 0;
                switch (firstRow) {
                    case "top" -> y = row;
                    case "bottom" -> y = height - 1 - row;
                    case "left" -> x = row;
                    default -> x = width - 1 - row;
                }
                switch (firstColumn) {
                    case "top" -> y = column;
                    case "bottom" -> y = height - 1 - column;
                    case "left" -> x = column;
                    default -> x = width - 1 - column;
                }
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }
}
