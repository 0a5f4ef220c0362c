package org.lynceus.client.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;

/**
 * Orientation of a JPEG picture by its Exif block, which is a TIFF directory in a segment APP1 (Exif 2.32, 4.5.4). The
 * segments are found here (ITU-T T.81, annex B), because ImageIO gives no metadata of files that others read well.
 */
final class ExifOrientation {
    /** As stored. */
    static final int UPRIGHT = 1;

    private static final int SOI = 0xffd8;
    private static final int SOS = 0xffda;
    private static final int FIRST_MARKER = 0xffc0;
    private static final int APP1 = 0xffe1;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int ORIENTATION_TAG = 274;
    private static final int LAST = 8;
    private static final int FIRST_THAT_SWAPS_SIDES = 5;

    private ExifOrientation() {}

    /** Whether width and height change places. */
    static boolean swapsSides(int orientation) {
        return orientation >= FIRST_THAT_SWAPS_SIDES;
    }

    /**
     * Reads it.
     *
     * @param file any picture
     * @return 1 to 8; 1 when it is no JPEG, has no orientation, or the block is broken
     */
    static int of(byte[] file) {
        try {
            return block(ByteBuffer.wrap(file)).map(ExifOrientation::ofTiff).orElse(UPRIGHT);
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
    }

    /** The TIFF file in the first Exif segment before the pixels. */
    private static Optional<byte[]> block(ByteBuffer file) {
        if (Short.toUnsignedInt(file.getShort()) != SOI) {
            return Optional.empty();
        }
        int marker = Short.toUnsignedInt(file.getShort());
        while (marker >= FIRST_MARKER && marker != SOS) {
            byte[] payload = new byte[Math.max(0, Short.toUnsignedInt(file.getShort()) - Short.BYTES)];
            file.get(payload);
            if (marker == APP1
                    && payload.length > EXIF.length
                    && Arrays.equals(payload, 0, EXIF.length, EXIF, 0, EXIF.length)) {
                return Optional.of(Arrays.copyOfRange(payload, EXIF.length, payload.length));
            }
            marker = Short.toUnsignedInt(file.getShort());
        }
        return Optional.empty();
    }

    private static int ofTiff(byte[] tiff) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
            reader.setInput(stream);
            TIFFField field =
                    TIFFDirectory.createFromMetadata(reader.getImageMetadata(0)).getTIFFField(ORIENTATION_TAG);
            int value = field == null ? UPRIGHT : field.getAsInt(0);
            return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        } finally {
            reader.dispose();
        }
    }
}
