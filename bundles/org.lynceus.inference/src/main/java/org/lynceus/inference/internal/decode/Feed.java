package org.lynceus.inference.internal.decode;

import java.util.Optional;
import org.lynceus.inference.internal.decode.Fit.Placement;
import org.lynceus.inference.internal.decode.Fit.Size;
import org.lynceus.model.api.GraphInfo;
import org.opencv.imgproc.Imgproc;

/**
 * How pictures are fed to a graph.
 *
 * @param graph the graph
 * @param fit how the picture comes to the input's size
 * @param pad grey of a border, 0–255
 * @param keep share of the largest possible part that a crop keeps, above 0 and at most 1
 * @param interpolation how pixels are computed that lie between those of the picture
 * @param freeSize present when the graph leaves its input's size free
 */
record Feed(GraphInfo graph, Fit fit, int pad, double keep, Interpolation interpolation, Optional<FreeSize> freeSize) {
    private static final double LEAST_CROP = 0.01;

    /** How pixels are computed that lie between those of the picture. */
    enum Interpolation {
        /** Of the four nearest. */
        LINEAR(Imgproc.INTER_LINEAR),
        /** Mean over the area that a pixel covers; as linear when the picture is enlarged. */
        AREA(Imgproc.INTER_AREA),
        /** Of the sixteen nearest. */
        CUBIC(Imgproc.INTER_CUBIC);

        private final int code;

        Interpolation(int code) {
            this.code = code;
        }

        /** OpenCV's number. */
        int code() {
            return code;
        }
    }

    /**
     * Reads {@code fit}, {@code pad}, {@code crop}, {@code interpolation} and what a free size needs.
     *
     * @throws IllegalArgumentException when they make no sense
     */
    static Feed of(DecoderContext context) {
        GraphInfo graph = context.graph();
        Fit fit = context.choice("fit", Fit.STRETCH);
        if (!graph.fixedSize() && fit != Fit.STRETCH) {
            throw context.wrong("fit", "is of no use where the graph takes any size");
        }
        return new Feed(
                graph,
                fit,
                context.integer("pad", 0, 0, 255),
                context.number("crop", 1, LEAST_CROP, 1),
                context.choice("interpolation", Interpolation.LINEAR),
                graph.fixedSize() ? Optional.empty() : Optional.of(FreeSize.of(context)));
    }

    /** Finds where a picture comes in the input, and how large the input is. */
    Placement place(int width, int height) {
        Size picture = new Size(width, height);
        return fit.place(picture, freeSize.map(free -> free.of(picture)).orElseGet(this::fixed), keep);
    }

    /** The input's size for a first run: its own, or a small one. */
    Size trial() {
        return freeSize.map(FreeSize::small).orElseGet(this::fixed);
    }

    private Size fixed() {
        return new Size(graph.width(), graph.height());
    }
}
