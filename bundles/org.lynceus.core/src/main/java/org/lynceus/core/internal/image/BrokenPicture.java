package org.lynceus.core.internal.image;

import org.lynceus.api.VisionException;

/** The one answer to files that cannot be read. */
final class BrokenPicture {
    private BrokenPicture() {}

    static VisionException exception() {
        return new VisionException(VisionException.Reason.INVALID_IMAGE, "Request has invalid image format");
    }
}
