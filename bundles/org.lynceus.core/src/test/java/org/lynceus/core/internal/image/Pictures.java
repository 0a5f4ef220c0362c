package org.lynceus.core.internal.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Pictures made for tests. */
final class Pictures {
    static final int PNG_SIGNATURE_BYTES = 8;
    static final int PNG_IHDR_BYTES = 25;

    static {
        OpenCv.load();
    }

    private Pictures() {}

    /** A picture with detail everywhere, whose four quarters are red, green, blue and yellow. */
    static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Color quarter = y < height / 2
                        ? (x < width / 2 ? Color.RED : Color.GREEN)
                        : (x < width / 2 ? Color.BLUE : Color.YELLOW);
                int dim = random.nextInt(40);
                image.setRGB(
                        x,
                        y,
                        new Color(
                                        Math.max(0, quarter.getRed() - dim),
                                        Math.max(0, quarter.getGreen() - dim),
                                        Math.max(0, quarter.getBlue() - dim))
                                .getRGB());
            }
        }
        return image;
    }

    static BufferedImage plain(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
        return image;
    }

    /** Encodes a picture of three interleaved bytes with OpenCV; parameters are pairs of {@code IMWRITE_JPEG_…} and a value. */
    static byte[] jpeg(BufferedImage image, int... parameters) {
        Mat bgr = new Mat(image.getHeight(), image.getWidth(), CvType.CV_8UC3);
        bgr.put(0, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        MatOfByte file = new MatOfByte();
        Imgcodecs.imencode(".jpg", bgr, file, new MatOfInt(parameters));
        bgr.release();
        return file.toArray();
    }

    static byte[] progressive(BufferedImage image) {
        return jpeg(image, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);
    }

    static byte[] png(RenderedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalArgumentException("no writer for " + image);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] concat(byte[]... parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (byte[] part : parts) {
                out.write(part);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] insert(byte[] file, int at, byte[] what) {
        return concat(Arrays.copyOf(file, at), what, Arrays.copyOfRange(file, at, file.length));
    }

    static byte[] cut(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    static byte[] cutAndClosed(byte[] file, int length) {
        return concat(cut(file, length), new byte[] {(byte) 0xff, (byte) 0xd9});
    }

    static byte[] chunk(String type, byte[] payload) {
        byte[] typed = concat(type.getBytes(StandardCharsets.US_ASCII), payload);
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(8 + typed.length)
                .putInt(payload.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] segment(int marker, byte[] payload) {
        return ByteBuffer.allocate(4 + payload.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + payload.length))
                .put(payload)
                .array();
    }

    /** An Exif segment with nothing but an orientation. */
    static byte[] exif(int orientation, boolean littleEndian) {
        ByteBuffer tiff = ByteBuffer.allocate(26)
                .order(littleEndian ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN)
                .putShort((short) (littleEndian ? 0x4949 : 0x4d4d))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        return segment(0xe1, concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array()));
    }

    /** Where the height is in the frame header; the width follows. */
    static int frameSizes(byte[] jpeg) {
        for (int at = 2; at < jpeg.length; ) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker == 0xc0 || marker == 0xc2) {
                return at + 5;
            }
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        }
        throw new IllegalArgumentException("no frame");
    }
}
