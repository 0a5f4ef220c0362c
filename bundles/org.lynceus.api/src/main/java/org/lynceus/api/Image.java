package org.lynceus.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An upright picture. Owns native memory: whoever opens it closes it. Thread-safe until closed.
 *
 * <p>Pixels are decoded at the first call of {@link #pixels(int)}, once, at the smallest scale that serves; ask for the
 * largest scale first.
 */
@ProviderType
public interface Image extends AutoCloseable {
    /** Width of the upright picture in pixels, before any reduction. */
    int width();

    /** Height of the upright picture in pixels, before any reduction. */
    int height();

    /** Whether the file carried an Exif orientation, which has been applied. */
    boolean oriented();

    /**
     * Gives the pixels at some scale whose long side is at least {@code minLongSide}, or at full size when the picture
     * is smaller than that.
     *
     * @param minLongSide wanted long side in pixels, at least 1
     * @return pixels that the caller closes; may be shared with other callers
     * @throws VisionException {@link VisionException.Reason#INVALID_IMAGE} when the file is broken,
     *     {@link VisionException.Reason#OVERLOADED} when there is no room for the pixels
     */
    Pixels pixels(int minLongSide) throws VisionException;

    /** Gives back the image's own hold on its pixels; pixels handed out stay valid until they are closed. */
    @Override
    void close();
}
