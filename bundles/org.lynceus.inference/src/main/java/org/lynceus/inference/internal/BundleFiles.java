package org.lynceus.inference.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.lynceus.inference.internal.decode.ModelFiles;
import org.lynceus.opencv.DirectMemory;

/**
 * Reads whole files of a model bundle.
 *
 * @param entries the bundle
 */
record BundleFiles(ModelEntries entries) implements ModelFiles {
    private static final int CHUNK = 1 << 16;
    private static final int GROWTH = 2;

    @Override
    public byte[] read(String path, int limit) throws IOException {
        try (InputStream stream =
                entries.open(path).orElseThrow(() -> new FileNotFoundException("there is no such file"))) {
            byte[] bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("has more than " + limit + " bytes");
            }
            return bytes;
        }
    }

    /**
     * Reads a file of any size into direct memory: weights need not pass through the heap, which would stay large.
     *
     * @return the file's bytes, to be freed with {@link DirectMemory#free}
     * @throws IOException when there is no such file or it cannot be read
     */
    ByteBuffer readDirect(String path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(CHUNK);
        try (InputStream stream =
                entries.open(path).orElseThrow(() -> new FileNotFoundException("there is no such file"))) {
            byte[] chunk = new byte[CHUNK];
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                if (bytes.remaining() < count) {
                    bytes = enlarged(bytes);
                }
                bytes.put(chunk, 0, count);
            }
            return bytes.flip();
        } catch (IOException | RuntimeException e) {
            DirectMemory.free(bytes);
            throw e;
        }
    }

    private static ByteBuffer enlarged(ByteBuffer bytes) {
        ByteBuffer larger = ByteBuffer.allocateDirect(Math.multiplyExact(GROWTH, bytes.capacity()));
        larger.put(bytes.flip());
        DirectMemory.free(bytes);
        return larger;
    }
}
