package org.lynceus.forge.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.lynceus.forge.ForgeException;

/**
 * A file at an address.
 *
 * @param address with the scheme {@code https} or {@code http}
 */
public record WebFile(URI address) implements Origin {
    public WebFile {
        Objects.requireNonNull(address, "address");
    }

    /**
     * Reads an address.
     *
     * @param text the address
     * @return the file there
     * @throws ForgeException when the text is no address of a file
     */
    public static WebFile parse(String text) throws ForgeException {
        try {
            URI address = new URI(text.strip());
            if (!isAddress(text) || address.getHost() == null || address.getUserInfo() != null) {
                throw new ForgeException("'" + text + "' is not an address of the form https://host/path");
            }
            return new WebFile(address);
        } catch (URISyntaxException e) {
            throw new ForgeException("'" + text + "' is not an address: " + e.getMessage(), e);
        }
    }

    static boolean isAddress(String text) {
        return text.strip().matches("(?i)https?://.*");
    }

    @Override
    public String container() {
        return address.toString();
    }

    @Override
    public String path() {
        return address.getPath();
    }

    @Override
    public String toString() {
        return container();
    }
}
