package org.lynceus.forge.source;

import java.nio.file.Path;
import org.lynceus.forge.ForgeException;

/** Downloads a package archive. */
@FunctionalInterface
public interface PackageClient {
    /**
     * Downloads one package.
     *
     * @param coordinates {@code name@version}
     * @param directory an empty folder that takes the archive
     * @return the gzip-compressed tar archive inside {@code directory}
     * @throws ForgeException when the client is missing or cannot get the package
     */
    Path download(String coordinates, Path directory) throws ForgeException;
}
