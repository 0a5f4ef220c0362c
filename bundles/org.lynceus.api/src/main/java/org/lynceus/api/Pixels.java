package org.lynceus.api;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A reference-counted direct buffer of 8-bit BGR pixels, rows from top to bottom. Read-only by convention, so that
 * threads may share it.
 */
@ProviderType
public interface Pixels extends AutoCloseable {
    /** Columns. */
    int width();

    /** Rows. */
    int height();

    /** Bytes from the start of a row to the start of the next, at least {@code 3 * width()}. */
    int stride();

    /** The memory; byte {@code y * stride() + 3 * x} is the blue value of column x in row y. Absolute access only. */
    ByteBuffer buffer();

    /** Gives back this hold; the memory goes when the last one is given back. */
    @Override
    void close();
}
