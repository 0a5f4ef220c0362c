package org.lynceus.api;

/**
 * Smallest and largest side, in pixels, that a picture may have.
 *
 * @param minSide both sides are at least this
 * @param maxSide both sides are at most this
 */
public record ImageLimits(int minSide, int maxSide) {
    /** 80 to 10,000 pixels, the limits of most operations. */
    public static final ImageLimits DEFAULT = new ImageLimits(80, 10_000);

    /** Checks the order. */
    public ImageLimits {
        if (minSide < 1 || maxSide < minSide) {
            throw new IllegalArgumentException("sides " + minSide + ".." + maxSide);
        }
    }
}
