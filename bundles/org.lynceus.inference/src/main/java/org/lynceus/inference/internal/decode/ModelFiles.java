package org.lynceus.inference.internal.decode;

import java.io.IOException;

/** The files of a model bundle. */
@FunctionalInterface
public interface ModelFiles {
    /**
     * Reads a whole file.
     *
     * @param path from the bundle's root
     * @param limit the most bytes that are read
     * @throws IOException when there is no such file, it is longer than the limit, or it cannot be read
     */
    byte[] read(String path, int limit) throws IOException;
}
