package org.lynceus.client.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture as it is sent, and the size that it has as a file. Servers refuse pictures with a side below 80 pixels: such
 * a picture is sent enlarged. Immutable: do not write to the bytes.
 *
 * @param bytes JPEG or PNG, as sent
 * @param width of the file's upright picture in pixels
 * @param height of the file's upright picture in pixels
 * @param orientation Exif value 1 to 8 of the bytes
 * @param enlarged whether the bytes are larger than the file's picture
 */
public record Picture(byte[] bytes, int width, int height, int orientation, boolean enlarged) {
    /** Of a side that servers take, in pixels. */
    public static final int SHORTEST = 80;

    /**
     * Reads a file; its pixels only if it is to be enlarged.
     *
     * @throws IOException when it cannot be read or is no picture; the message says which
     */
    public static Picture read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /**
     * Reads a file's bytes.
     *
     * @throws IOException when it is no picture; the message says so
     */
    public static Picture of(byte[] bytes) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("not a JPEG or PNG picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                int orientation = ExifOrientation.of(bytes);
                boolean swapped = ExifOrientation.swapsSides(orientation);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                Picture picture =
                        new Picture(bytes, swapped ? height : width, swapped ? width : height, orientation, false);
                return Math.min(width, height) < SHORTEST ? picture.enlarge() : picture;
            } finally {
                reader.dispose();
            }
        }
    }

    /** What is known of the picture without the picture itself. */
    public Picture withoutBytes() {
        return new Picture(new byte[0], width, height, orientation, enlarged);
    }

    /**
     * Cuts an area out of the upright picture, at least 80 pixels wide and high after enlarging.
     *
     * @param area in ratios, inside the picture
     * @throws IOException when the pixels cannot be read
     */
    public Picture cut(Box area) throws IOException {
        return Encoder.encode(Cut.of(pixels(), area));
    }

    /**
     * Turns the upright picture; the result says nothing of its orientation.
     *
     * @param quarters of 90 degrees, clockwise
     * @throws IOException when the pixels cannot be read
     */
    public Picture turned(int quarters) throws IOException {
        return Encoder.encode(Turn.clockwise(pixels(), quarters));
    }

    private Picture enlarge() throws IOException {
        Picture larger = cut(new Box(0, 0, 1, 1));
        return new Picture(larger.bytes, width, height, larger.orientation, true);
    }

    private BufferedImage pixels() throws IOException {
        BufferedImage stored = ImageIO.read(new ByteArrayInputStream(bytes));
        if (stored == null) {
            throw new IOException("not a JPEG or PNG picture");
        }
        return Turn.upright(stored, orientation);
    }
}
