package org.lynceus.gallerybuilder.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** The bytes of a file, which can be written as often as needed. */
interface Content {
    /** How many bytes they are. */
    long size();

    /**
     * Writes them.
     *
     * @throws IOException when they cannot be written
     */
    void writeTo(OutputStream out) throws IOException;

    /** Bytes in memory. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /**
     * Vectors one after another, as float32, little-endian.
     *
     * @param vectors at least one, of one dimension
     */
    static Content of(List<float[]> vectors) {
        int bytes = vectors.get(0).length * Float.BYTES;
        return new Content() {
            @Override
            public long size() {
                return (long) bytes * vectors.size();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                ByteBuffer row = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
                for (float[] vector : vectors) {
                    row.asFloatBuffer().put(vector);
                    out.write(row.array());
                }
            }
        };
    }

    /** Their SHA-256 in hexadecimal digits. */
    default String sha256() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Their CRC-32. */
    default long crc32() throws IOException {
        CRC32 sum = new CRC32();
        writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
        return sum.getValue();
    }
}
