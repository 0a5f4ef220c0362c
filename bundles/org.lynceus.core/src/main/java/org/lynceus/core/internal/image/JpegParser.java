package org.lynceus.core.internal.image;

import org.lynceus.api.VisionException;

/**
 * Walks through a JPEG file from marker to marker up to its end, so that a file that is cut short is found without
 * decoding it (ITU-T T.81, annex B). What follows the end, such as further pictures of a multi-picture file, is ignored.
 */
final class JpegParser {
    /** More scans than any sensible encoder writes; each costs a pass over the whole picture. */
    private static final int MAX_SCANS = 100;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final int DHT = 0xc4;
    private static final int JPG = 0xc8;
    private static final int DAC = 0xcc;
    private static final int TEM = 0x01;

    private final byte[] file;
    private int at;
    private int orientation = ExifOrientation.ABSENT;
    private JpegFrame frame;
    private int scans;
    private boolean buffered;

    private JpegParser(byte[] file) {
        this.file = file;
    }

    static boolean recognises(byte[] file) {
        return file.length > 3 && Bytes.unsigned16(file, 0) == (0xff00 | SOI) && Bytes.unsigned8(file, 2) == 0xff;
    }

    static JpegPicture parse(byte[] file) throws VisionException {
        return new JpegParser(file).walk();
    }

    private JpegPicture walk() throws VisionException {
        at = 2;
        int marker = nextMarker();
        while (marker != EOI) {
            segment(marker);
            marker = nextMarker();
        }
        if (scans == 0) {
            throw BrokenPicture.exception();
        }
        return new JpegPicture(file, frame, orientation, buffered);
    }

    /** Skips to the next marker, over entropy-coded data, stuffed zeros, restart markers and fill bytes. */
    private int nextMarker() throws VisionException {
        while (true) {
            at = Bytes.indexOfFf(file, at);
            while (at < file.length && Bytes.unsigned8(file, at) == 0xff) {
                at++;
            }
            if (at >= file.length) {
                throw BrokenPicture.exception();
            }
            int marker = Bytes.unsigned8(file, at++);
            boolean restart = marker >= 0xd0 && marker <= 0xd7;
            if (marker != 0 && marker != TEM && !restart) {
                return marker;
            }
        }
    }

    private void segment(int marker) throws VisionException {
        if (marker == SOI || at + 2 > file.length) {
            throw BrokenPicture.exception();
        }
        int end = at + Bytes.unsigned16(file, at);
        int payload = at + 2;
        if (end < payload || end > file.length) {
            throw BrokenPicture.exception();
        }
        if (marker == APP1 && orientation == ExifOrientation.ABSENT) {
            orientation = ExifOrientation.read(file, payload, end);
        } else if (marker == SOS) {
            scan(payload, end);
        } else if (marker >= 0xc0 && marker <= 0xcf && marker != DHT && marker != JPG && marker != DAC) {
            if (frame != null) {
                throw BrokenPicture.exception();
            }
            frame = JpegFrame.read(file, payload, end, marker);
        }
        at = end;
    }

    private void scan(int payload, int end) throws VisionException {
        if (frame == null || payload >= end || ++scans > MAX_SCANS) {
            throw BrokenPicture.exception();
        }
        buffered |= frame.progressive() || Bytes.unsigned8(file, payload) < frame.components();
    }
}
