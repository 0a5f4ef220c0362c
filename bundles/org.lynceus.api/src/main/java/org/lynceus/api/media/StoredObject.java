package org.lynceus.api.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * An open object of an {@link ObjectStore}.
 *
 * @param size bytes in all
 * @param stream the bytes, read once
 */
public record StoredObject(long size, InputStream stream) implements AutoCloseable {
    /** Checks that nothing is absent. */
    public StoredObject {
        Objects.requireNonNull(stream, "stream");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
