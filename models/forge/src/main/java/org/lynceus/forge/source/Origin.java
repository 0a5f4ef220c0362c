package org.lynceus.forge.source;

import java.nio.file.Path;
import org.lynceus.forge.ForgeException;

/** A place where a file can be had: a file of a pinned package, an address, or a file beside the description. */
public sealed interface Origin permits PackageFile, WebFile, CommittedFile {
    /**
     * Reads the written form.
     *
     * @param text {@code package@version : path}, an address that begins with {@code https://} or {@code http://}, or
     *     {@code file : name}
     * @param folder the folder of the description that names the origin
     * @return the origin
     * @throws ForgeException when the text has another form
     */
    static Origin parse(String text, Path folder) throws ForgeException {
        if (CommittedFile.isCommitted(text)) {
            return CommittedFile.parse(text, folder);
        }
        return WebFile.isAddress(text) ? WebFile.parse(text) : PackageFile.parse(text);
    }

    /**
     * What is read: the coordinates of the package, the address, or the place of the file. Origins of one container come
     * together.
     */
    String container();

    /** The path of the file inside the package or its folder, or that of the address. */
    String path();
}
