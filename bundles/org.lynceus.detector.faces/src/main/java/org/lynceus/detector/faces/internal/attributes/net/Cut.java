package org.lynceus.detector.faces.internal.attributes.net;

import java.util.Objects;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * A part of a picture as a graph wants to see it.
 *
 * @param crop which part
 * @param mirrored whether left and right are exchanged, for graphs that know the eye of one side only
 */
public record Cut(SquareCrop crop, boolean mirrored) {
    private static final int LEFT_TO_RIGHT = 1;

    /** Checks that there is a crop. */
    public Cut {
        Objects.requireNonNull(crop, "crop");
    }

    /** A crop as it is. */
    public Cut(SquareCrop crop) {
        this(crop, false);
    }

    /**
     * Cuts it out, the picture's edge continued outside it.
     *
     * @param size wanted side in pixels
     * @return a new matrix that the caller releases
     */
    Mat make(int size) {
        Mat cut = crop.cutContinued(size);
        if (mirrored) {
            Core.flip(cut, cut, LEFT_TO_RIGHT);
        }
        return cut;
    }
}
