package org.lynceus.core.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.Image;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.Pixels;

class ColorKindsTest {
    private static final int SIDE = 96;
    private static final int PNG_HEAD = Pictures.PNG_SIGNATURE_BYTES + Pictures.PNG_IHDR_BYTES;

    private final OpenCvImageDecoder decoder =
            new OpenCvImageDecoder(new PixelBudget(1 << 26, 1, Duration.ofSeconds(1)));

    @Test
    void greyJpegAndPng() throws Exception {
        BufferedImage grey = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        fill(grey.getRaster(), 100);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpeg", jpeg);

        assertColor(jpeg.toByteArray(), 100, 100, 100, 1);
        assertColor(Pictures.png(grey), 100, 100, 100, 0);
    }

    @Test
    void bilevelPng() throws Exception {
        BufferedImage bits = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
        fill(bits.getRaster(), 1);

        assertColor(Pictures.png(bits), 255, 255, 255, 0);
    }

    @Test
    void palettePngWithAndWithoutTransparency() throws Exception {
        byte[] red = {0, 10, (byte) 200};
        byte[] green = {0, 20, 100};
        byte[] blue = {0, 30, 50};
        byte[] alpha = {(byte) 255, (byte) 255, 51};
        IndexColorModel opaque = new IndexColorModel(8, 3, red, green, blue);
        IndexColorModel translucent = new IndexColorModel(8, 3, red, green, blue, alpha);

        assertColor(Pictures.png(indexed(opaque, 1)), 10, 20, 30, 0);
        assertColor(Pictures.png(indexed(translucent, 1)), 10, 20, 30, 0);
        // One fifth of the colour, four fifths of white.
        assertColor(Pictures.png(indexed(translucent, 2)), 244, 224, 214, 1);
    }

    @Test
    void alphaIsPutOnWhite() throws Exception {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        fill(image.getRaster(), 200, 100, 50, 51);
        assertColor(Pictures.png(image), 244, 224, 214, 1);

        fill(image.getRaster(), 200, 100, 50, 0);
        assertColor(Pictures.png(image), 255, 255, 255, 0);

        fill(image.getRaster(), 200, 100, 50, 255);
        assertColor(Pictures.png(image), 200, 100, 50, 0);
    }

    @Test
    void greyWithAlphaIsPutOnWhite() throws Exception {
        BufferedImage image = components(ColorSpace.CS_GRAY, DataBuffer.TYPE_BYTE, 2);
        fill(image.getRaster(), 100, 51);

        assertColor(Pictures.png(image), 224, 224, 224, 1);
    }

    @Test
    void sixteenBitsBecomeEight() throws Exception {
        BufferedImage grey = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_USHORT_GRAY);
        fill(grey.getRaster(), 100 * 257);
        assertColor(Pictures.png(grey), 100, 100, 100, 1);

        BufferedImage color = components(ColorSpace.CS_sRGB, DataBuffer.TYPE_USHORT, 3);
        fill(color.getRaster(), 200 * 257, 100 * 257, 50 * 257);
        assertColor(Pictures.png(color), 200, 100, 50, 1);

        BufferedImage alpha = components(ColorSpace.CS_sRGB, DataBuffer.TYPE_USHORT, 4);
        fill(alpha.getRaster(), 200 * 257, 100 * 257, 50 * 257, 51 * 257);
        assertColor(Pictures.png(alpha), 244, 224, 214, 1);
    }

    @Test
    void aTransparentGreyOrColorBecomesWhite() throws Exception {
        BufferedImage grey = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        fill(grey.getRaster(), 100);
        byte[] greyKey = Pictures.chunk("tRNS", new byte[] {0, 100});
        assertColor(Pictures.insert(Pictures.png(grey), PNG_HEAD, greyKey), 255, 255, 255, 0);
        byte[] otherKey = Pictures.chunk("tRNS", new byte[] {0, 101});
        assertColor(Pictures.insert(Pictures.png(grey), PNG_HEAD, otherKey), 100, 100, 100, 0);

        BufferedImage wide = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_USHORT_GRAY);
        fill(wide.getRaster(), 0x1234);
        byte[] wideKey = Pictures.chunk("tRNS", new byte[] {0x12, 0x34});
        assertColor(Pictures.insert(Pictures.png(wide), PNG_HEAD, wideKey), 255, 255, 255, 0);

        byte[] color = Pictures.png(Pictures.plain(SIDE, SIDE, new Color(1, 2, 3)));
        byte[] colorKey = Pictures.chunk("tRNS", new byte[] {0, 1, 0, 2, 0, 3});
        assertColor(Pictures.insert(color, PNG_HEAD, colorKey), 255, 255, 255, 0);
    }

    @Test
    void aTransparentGreyOfFewBitsBecomesWhite() throws Exception {
        byte[] levels = {0, 85, (byte) 170, (byte) 255};
        IndexColorModel model = new IndexColorModel(2, 4, levels, levels, levels);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY, model);
        fill(image.getRaster(), 2);
        byte[] png = Pictures.png(image);
        assertColor(png, 170, 170, 170, 0);
        int colorType = png[Pictures.PNG_SIGNATURE_BYTES + 17];
        assertThat(colorType).as("the writer makes it grey").isZero();
        byte[] key = Pictures.chunk("tRNS", new byte[] {0, 2});
        assertColor(Pictures.insert(png, PNG_HEAD, key), 255, 255, 255, 0);
    }

    @Test
    void inkJpegIsReadAsInverted() throws Exception {
        // Adobe writes 255 minus the ink: cyan 55, magenta 155, yellow 205, black 0 of 255.
        byte[] file = inks(0, 200, 100, 50, 255);
        assertColor(file, 200, 100, 50, 2);
        assertColor(inks(0, 200, 100, 50, 128), 100, 50, 25, 3);
    }

    @Test
    void luminanceAndInkJpegIsReadAsInverted() throws Exception {
        // YCCK: luminance 128 without chroma stands for 127 of each ink, which is 128 inverted.
        assertColor(inks(2, 128, 128, 128, 255), 128, 128, 128, 2);
        assertColor(inks(2, 200, 128, 128, 255), 55, 55, 55, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 60, 96})
    void everyKindCanBeReduced(int longSide) throws Exception {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        fill(image.getRaster(), 200, 100, 50, 51);
        try (Image opened = decoder.open(Pictures.png(image), ImageLimits.DEFAULT);
                Pixels pixels = opened.pixels(longSide)) {
            assertThat(pixels.width()).isBetween(longSide, SIDE);
            assertThat(Byte.toUnsignedInt(pixels.buffer().get(2))).isCloseTo(244, within(1));
        }
    }

    private void assertColor(byte[] file, int red, int green, int blue, int tolerance) throws Exception {
        try (Image image = decoder.open(file, ImageLimits.DEFAULT);
                Pixels pixels = image.pixels(SIDE)) {
            for (int at : new int[] {0, pixels.stride() * (SIDE / 2) + 3 * 40, pixels.stride() * SIDE - 3}) {
                assertThat(Byte.toUnsignedInt(pixels.buffer().get(at))).isCloseTo(blue, within(tolerance));
                assertThat(Byte.toUnsignedInt(pixels.buffer().get(at + 1))).isCloseTo(green, within(tolerance));
                assertThat(Byte.toUnsignedInt(pixels.buffer().get(at + 2))).isCloseTo(red, within(tolerance));
            }
        }
    }

    private static void fill(WritableRaster raster, int... samples) {
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.setPixel(x, y, samples);
            }
        }
    }

    private static BufferedImage indexed(IndexColorModel model, int index) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, model);
        fill(image.getRaster(), index);
        return image;
    }

    private static BufferedImage components(int space, int type, int bands) {
        boolean alpha = bands == 2 || bands == 4;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(space),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
        WritableRaster raster = Raster.createInterleavedRaster(type, SIDE, SIDE, bands, null);
        return new BufferedImage(model, raster, false, null);
    }

    /** A JPEG file of four components with the marker that Adobe's programs write. */
    private static byte[] inks(int transform, int... samples) throws Exception {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIDE, SIDE, 4, null);
        fill(raster, samples);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return Pictures.insert(out.toByteArray(), 2, Pictures.segment(0xee, adobe));
    }
}
