package org.lynceus.api;

import org.osgi.annotation.versioning.ProviderType;

/** Opens pictures. Thread-safe. */
@ProviderType
public interface ImageDecoder {
    /**
     * Opens a JPEG or PNG picture, recognised by its content. Reads the header only; Exif orientation is applied to the
     * sizes and later to the pixels.
     *
     * @param file the whole file; not copied, must not change until the image is closed
     * @param limits allowed sizes
     * @return an open image; the caller closes it
     * @throws VisionException {@link VisionException.Reason#INVALID_IMAGE} for another format or a file that is cut
     *     short, {@link VisionException.Reason#INVALID_PARAMETER} when a side is too small,
     *     {@link VisionException.Reason#IMAGE_TOO_LARGE} when one is too large
     */
    Image open(byte[] file, ImageLimits limits) throws VisionException;
}
