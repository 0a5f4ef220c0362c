package org.lynceus.core.internal.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/** How a stored picture must be turned to be upright; in the order of the Exif values 1 to 8 (Exif 2.32, tag 0x0112). */
enum Orientation {
    UPRIGHT(false) {
        @Override
        void apply(Mat stored, Mat upright) {
            stored.copyTo(upright);
        }
    },
    MIRRORED(false) {
        @Override
        void apply(Mat stored, Mat upright) {
            Core.flip(stored, upright, AROUND_VERTICAL);
        }
    },
    UPSIDE_DOWN(false) {
        @Override
        void apply(Mat stored, Mat upright) {
            Core.flip(stored, upright, AROUND_BOTH);
        }
    },
    MIRRORED_UPSIDE_DOWN(false) {
        @Override
        void apply(Mat stored, Mat upright) {
            Core.flip(stored, upright, AROUND_HORIZONTAL);
        }
    },
    TRANSPOSED(true) {
        @Override
        void apply(Mat stored, Mat upright) {
            Core.transpose(stored, upright);
        }
    },
    CLOCKWISE(true) {
        @Override
        void apply(Mat stored, Mat upright) {
            Core.rotate(stored, upright, Core.ROTATE_90_CLOCKWISE);
        }
    },
    TRANSVERSED(true) {
        @Override
        void apply(Mat stored, Mat upright) {
            Core.transpose(stored, upright);
            Core.flip(upright, upright, AROUND_BOTH);
        }
    },
    COUNTERCLOCKWISE(true) {
        @Override
        void apply(Mat stored, Mat upright) {
            Core.rotate(stored, upright, Core.ROTATE_90_COUNTERCLOCKWISE);
        }
    };

    private static final int AROUND_HORIZONTAL = 0;
    private static final int AROUND_VERTICAL = 1;
    private static final int AROUND_BOTH = -1;

    private final boolean swapsSides;

    Orientation(boolean swapsSides) {
        this.swapsSides = swapsSides;
    }

    /**
     * Finds the orientation of an Exif value.
     *
     * @param exif 1 to 8; anything else is upright
     */
    static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return swapsSides;
    }

    /**
     * Turns a picture.
     *
     * @param stored as in the file
     * @param upright where the result goes, already of the right size and type
     */
    abstract void apply(Mat stored, Mat upright);
}
