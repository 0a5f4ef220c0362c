package org.lynceus.inference.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.lynceus.inference.internal.decode.ModelFiles;

/**
 * Reads whole files of a model bundle.
 *
 * @param entries the bundle
 */
record BundleFiles(ModelEntries entries) implements ModelFiles {
    /** The most bytes that an array holds. */
    static final int ANY_SIZE = Integer.MAX_VALUE - 8;

    @Override
    public byte[] read(String path, int limit) throws IOException {
        try (InputStream stream =
                entries.open(path).orElseThrow(() -> new FileNotFoundException("there is no such file"))) {
            byte[] bytes = limit == ANY_SIZE ? stream.readAllBytes() : stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("has more than " + limit + " bytes");
            }
            return bytes;
        }
    }
}
