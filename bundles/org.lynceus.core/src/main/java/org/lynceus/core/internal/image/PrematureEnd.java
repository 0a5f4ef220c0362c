package org.lynceus.core.internal.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.opencv.core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds JPEG files whose compressed data ends too soon although the end marker is there. The decoder then leaves the rest
 * of the picture at the middle of the scale. A last pixel of that colour is suspicious, which costs nothing to see; only
 * then a second decoder, one that reports such damage, is asked.
 */
final class PrematureEnd {
    private static final Logger LOG = LoggerFactory.getLogger(PrematureEnd.class);
    private static final String MISSING_DATA = "premature end of data";
    private static final String END_FOR_RESTART = "found marker 0xd9 instead of rst";
    private static final int SUBSAMPLING = 8;
    private static final int TOLERANCE = 1;
    private static final int MIDDLE = 128;
    /** What the middle of all four channels of an inverted CMYK picture becomes in BGR: 128 − (127 · 128 / 256). */
    private static final int MIDDLE_OF_CMYK = 65;

    private PrematureEnd() {}

    /** Whether the last pixel looks like one that was never there. */
    static boolean suspectedIn(Mat decoded) {
        byte[] last = new byte[3];
        decoded.get(decoded.rows() - 1, decoded.cols() - 1, last);
        return near(last, MIDDLE) || near(last, MIDDLE_OF_CMYK);
    }

    /** Whether the second decoder says that data is missing. */
    static boolean reportedFor(byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            return false;
        }
        ImageReader reader = readers.next();
        AtomicBoolean reported = new AtomicBoolean();
        IIOReadWarningListener listener = (source, warning) -> {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains(MISSING_DATA) || text.contains(END_FOR_RESTART)) {
                reported.set(true);
            }
        };
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener(listener);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(SUBSAMPLING, SUBSAMPLING, 0, 0);
            reader.readRaster(0, param);
        } catch (IOException | RuntimeException e) {
            LOG.debug("The second JPEG decoder does not know this kind of file", e);
        } finally {
            reader.dispose();
        }
        return reported.get();
    }

    private static boolean near(byte[] pixel, int value) {
        for (byte channel : pixel) {
            if (Math.abs(Byte.toUnsignedInt(channel) - value) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
