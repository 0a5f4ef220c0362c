package org.lynceus.core.internal.image;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.lynceus.api.VisionException;

/**
 * Walks through a PNG file from chunk to chunk up to its end and checks the critical ones (ISO/IEC 15948, clause 5), so
 * that a file that is cut short or damaged is found without decoding it. What follows the end is ignored.
 */
final class PngParser {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;
    private static final int TRNS = 0x74524e53;
    /** This bit of a chunk's type is set in the ancillary ones. */
    private static final int ANCILLARY = 0x20000000;

    private static final int HEADER_BYTES = 13;
    private static final int TYPE_BYTES = 4;
    private static final int FRAME_BYTES = 12;

    private final byte[] file;
    private PngHeader header;
    private boolean data;

    private PngParser(byte[] file) {
        this.file = file;
    }

    static boolean recognises(byte[] file) {
        return file.length > SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static PngPicture parse(byte[] file) throws VisionException {
        return new PngParser(file).walk();
    }

    private PngPicture walk() throws VisionException {
        int at = SIGNATURE.length;
        while (at <= file.length - FRAME_BYTES) {
            int length = Bytes.signed32(file, at);
            int type = Bytes.signed32(file, at + TYPE_BYTES);
            int payload = at + 2 * TYPE_BYTES;
            if (length < 0 || length > file.length - at - FRAME_BYTES) {
                throw BrokenPicture.exception();
            }
            if ((type & ANCILLARY) == 0) {
                check(at + TYPE_BYTES, TYPE_BYTES + length);
            }
            if ((header == null) != (type == IHDR)) {
                throw BrokenPicture.exception();
            }
            if (type == IEND) {
                return end();
            }
            chunk(type, payload, length);
            at = payload + length + TYPE_BYTES;
        }
        throw BrokenPicture.exception();
    }

    private void chunk(int type, int payload, int length) throws VisionException {
        if (type == IHDR) {
            if (length != HEADER_BYTES) {
                throw BrokenPicture.exception();
            }
            header = PngHeader.read(file, payload);
        } else if (type == IDAT) {
            data = true;
        } else if (type == TRNS && !data) {
            header = header.withTransparency(length == 2 ? Bytes.unsigned16(file, payload) : PngHeader.NO_GREY);
        }
    }

    private PngPicture end() throws VisionException {
        if (!data) {
            throw BrokenPicture.exception();
        }
        return new PngPicture(file, header);
    }

    private void check(int from, int length) throws VisionException {
        CRC32 crc = new CRC32();
        crc.update(file, from, length);
        if ((int) crc.getValue() != Bytes.signed32(file, from + length)) {
            throw BrokenPicture.exception();
        }
    }
}
