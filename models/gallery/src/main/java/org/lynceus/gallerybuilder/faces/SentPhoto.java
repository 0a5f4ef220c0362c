package org.lynceus.gallerybuilder.faces;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.lynceus.client.picture.Picture;

/**
 * A photo as it is sent: with a long side of at most 1,920 pixels and no side below 80, upright. One that has such a size
 * already is sent as it is.
 */
final class SentPhoto {
    /** Of the long side, in pixels. */
    static final int LONGEST = 1920;

    private static final long LARGEST_FILE = 100L * 1024 * 1024;
    private static final long MOST_PIXELS = 300_000_000;
    /** Of the short side in the long one, where a picture is to be enlarged. */
    private static final int MOST_TIMES = 20;

    private static final float QUALITY = 0.95f;

    private SentPhoto() {}

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, is too large or is no picture; the message says which
     */
    static byte[] read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("cannot be opened");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("larger than 100 MiB");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            checkSize(bytes);
            Picture picture = Picture.of(bytes);
            int side = Math.max(picture.width(), picture.height());
            return side > LONGEST && !picture.enlarged() ? smaller(picture) : picture.bytes();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
            throw new IOException("a broken picture", broken);
        }
    }

    /** Refuses what would fill the memory. */
    private static void checkSize(byte[] bytes) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                reader.setInput(stream);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                reader.dispose();
                if (width * height > MOST_PIXELS) {
                    throw new IOException("more than 300 million pixels");
                }
                long shortSide = Math.min(width, height);
                if (shortSide < Picture.SHORTEST && Math.max(width, height) > MOST_TIMES * shortSide) {
                    throw new IOException("too narrow: " + width + " by " + height + " pixels");
                }
            }
        }
    }

    private static byte[] smaller(Picture picture) throws IOException {
        BufferedImage stored;
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            try {
                reader.setInput(stream);
                stored = reader.read(0, subsampled(reader));
            } finally {
                reader.dispose();
            }
        }
        // Of these the orientation swaps the sides.
        boolean swapped = picture.orientation() > 4;
        double scale = (double) LONGEST / Math.max(stored.getWidth(), stored.getHeight());
        int width = Math.max(
                Picture.SHORTEST, (int) Math.round(scale * (swapped ? stored.getHeight() : stored.getWidth())));
        int height = Math.max(
                Picture.SHORTEST, (int) Math.round(scale * (swapped ? stored.getWidth() : stored.getHeight())));
        AffineTransform transform = AffineTransform.getScaleInstance(width, height);
        transform.concatenate(upright(picture.orientation()));
        transform.scale(1.0 / stored.getWidth(), 1.0 / stored.getHeight());
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(stored, transform, null);
        graphics.dispose();
        return jpeg(drawn);
    }

    /** Leaves out rows and columns where at least twice the wanted size remains. */
    private static ImageReadParam subsampled(ImageReader reader) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * LONGEST));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    /** Turns and mirrors the unit square as the Exif orientation says (Exif 2.32, tag 274). */
    private static AffineTransform upright(int orientation) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, 1, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, 1, 1);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, 1);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, 1, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, 1, 1);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, 1);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage pixels) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
