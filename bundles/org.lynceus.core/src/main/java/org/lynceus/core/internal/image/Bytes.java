package org.lynceus.core.internal.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers inside a file. */
final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Bytes() {}

    static int unsigned8(byte[] file, int at) {
        return file[at] & 0xff;
    }

    static int unsigned16(byte[] file, int at) {
        return unsigned8(file, at) << 8 | unsigned8(file, at + 1);
    }

    static int signed32(byte[] file, int at) {
        return unsigned16(file, at) << 16 | unsigned16(file, at + 2);
    }

    /**
     * Finds the next byte 0xFF, eight bytes at a time.
     *
     * @return its index, or the file's length when there is none
     */
    static int indexOfFf(byte[] file, int from) {
        int at = from;
        while (at + Long.BYTES <= file.length) {
            long eight = (long) LONGS.get(file, at);
            if (((~eight - LOW_BITS) & eight & HIGH_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < file.length && file[at] != (byte) 0xff) {
            at++;
        }
        return at;
    }
}
