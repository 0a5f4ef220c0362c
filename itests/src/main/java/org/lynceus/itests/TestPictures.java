package org.lynceus.itests;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Photos with faces, and pictures made for a purpose. */
public final class TestPictures {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private TestPictures() {}

    /** The file of a photo, such as {@code sample1.jpg}. */
    public static byte[] bytes(String name) {
        try (InputStream in = TestPictures.class.getResourceAsStream("/testpictures/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no picture " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photo, decoded. */
    public static BufferedImage image(String name) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture without people: soft stripes. */
    public static BufferedImage plain(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int grey = 100 + y % 64;
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, grey << 16 | grey << 8 | 120);
            }
        }
        return image;
    }

    /** A picture of one colour, {@code 0xRRGGBB}. */
    public static BufferedImage plain(int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** A part of a picture. */
    public static BufferedImage crop(BufferedImage image, double left, double top, double right, double bottom) {
        int x = (int) (left * image.getWidth());
        int y = (int) (top * image.getHeight());
        return image.getSubimage(x, y, (int) (right * image.getWidth()) - x, (int) (bottom * image.getHeight()) - y);
    }

    /** A picture in another size. */
    public static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    /** A picture whose pixels are the means of squares of this side, which is odd; its border stays as it is. */
    public static BufferedImage blurred(BufferedImage image, int side) {
        float[] mean = new float[side * side];
        Arrays.fill(mean, 1f / mean.length);
        BufferedImage rgb = scaled(image, image.getWidth(), image.getHeight());
        return new ConvolveOp(new Kernel(side, side, mean), ConvolveOp.EDGE_NO_OP, null).filter(rgb, null);
    }

    /** A picture with this share of its light, 0–1. */
    public static BufferedImage dimmed(BufferedImage image, float light) {
        BufferedImage rgb = scaled(image, image.getWidth(), image.getHeight());
        return new RescaleOp(light, 0, null).filter(rgb, null);
    }

    /** A picture, turned clockwise by quarters. */
    public static BufferedImage turned(BufferedImage image, int quarters) {
        BufferedImage turned = image;
        for (int i = 0; i < quarters; i++) {
            int height = turned.getHeight();
            BufferedImage next = new BufferedImage(height, turned.getWidth(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < turned.getWidth(); x++) {
                    next.setRGB(height - 1 - y, x, turned.getRGB(x, y));
                }
            }
            turned = next;
        }
        return turned;
    }

    /** A JPEG file. */
    public static byte[] jpeg(BufferedImage image) {
        return write(image, "jpeg");
    }

    /** A PNG file. */
    public static byte[] png(BufferedImage image) {
        return write(image, "png");
    }

    /** A JPEG file with an Exif orientation, 1–8. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] tiff = {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + name.length + tiff.length);
        file.put(jpeg, 0, 2);
        file.putShort((short) 0xFFE1).putShort((short) (2 + name.length + tiff.length));
        file.put(name).put(tiff);
        file.put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    /** A JPEG file whose header tells another size. */
    public static byte[] jpegThatClaims(byte[] jpeg, int width, int height) {
        byte[] file = jpeg.clone();
        int at = 2;
        while (file[at + 1] != (byte) 0xC0) {
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        }
        ByteBuffer.wrap(file).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return file;
    }

    /** A PNG file of one grey, written without holding its pixels. */
    public static byte[] flatPng(int width, int height) {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        byte[] row = new byte[1 + 3 * width];
        Arrays.fill(row, 1, row.length, (byte) 0x60);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(pixels, fast)) {
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PNG_SIGNATURE);
        file.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        file.writeBytes(chunk("IDAT", pixels.toByteArray()));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** A JPEG file of one grey. */
    public static byte[] flatJpeg(int width, int height) {
        return jpeg(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
    }

    /** A file, made longer by bytes after its end. */
    public static byte[] padded(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
        chunk.putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    private static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("cannot write this picture as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
