package org.lynceus.core.internal.image;

import org.lynceus.api.ImageLimits;
import org.lynceus.api.VisionException;

/** Checks the sizes of pictures. */
final class PictureSizes {
    private PictureSizes() {}

    static void check(EncodedPicture picture, ImageLimits limits) throws VisionException {
        int width = picture.width();
        int height = picture.height();
        if (Math.max(width, height) > limits.maxSide()) {
            throw tooLarge(width, height, picture.orientation(), limits.maxSide());
        }
        if (Math.min(width, height) < limits.minSide()) {
            throw new VisionException(VisionException.Reason.INVALID_PARAMETER, "Request has invalid parameters");
        }
    }

    static VisionException tooLarge(int width, int height, Orientation orientation, int maxSide) {
        boolean swap = orientation.swapsSides();
        return new VisionException(
                VisionException.Reason.IMAGE_TOO_LARGE,
                "Input image dimensions " + (swap ? height : width) + " x " + (swap ? width : height)
                        + " exceed maximum dimension size of " + maxSide + " pixels");
    }
}
