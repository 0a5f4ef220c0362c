package org.lynceus.forge.source;

import org.lynceus.forge.ForgeException;

/** A place where a file can be had: a file of a pinned package, or an address. */
public sealed interface Origin permits PackageFile, WebFile {
    /**
     * Reads the written form.
     *
     * @param text {@code package@version : path}, or an address that begins with {@code https://} or {@code http://}
     * @return the origin
     * @throws ForgeException when the text has another form
     */
    static Origin parse(String text) throws ForgeException {
        return WebFile.isAddress(text) ? WebFile.parse(text) : PackageFile.parse(text);
    }

    /** What is downloaded: the coordinates of the package, or the address. Origins of one container come together. */
    String container();

    /** The path of the file inside the package, or that of the address. */
    String path();
}
