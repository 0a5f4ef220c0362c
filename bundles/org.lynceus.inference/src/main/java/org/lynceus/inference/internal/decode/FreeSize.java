package org.lynceus.inference.internal.decode;

import org.lynceus.inference.internal.decode.Fit.Size;
import org.lynceus.model.api.GraphInfo;

/**
 * Chooses the size of an input whose rows, columns or both the graph leaves free, so that the aspect is kept as well as
 * whole multiples allow.
 *
 * @param height rows, or −1
 * @param width columns, or −1
 * @param shortest pictures are enlarged until their shorter side is this long; of a single free side its least length
 * @param longest no side gets longer
 * @param multiple of which free sides are multiples
 */
record FreeSize(int height, int width, int shortest, int longest, int multiple) {
    private static final int MOST = 4096;
    private static final int PICTURE_LONGEST = 1600;
    private static final int LINE_LONGEST = 3200;
    private static final int PICTURE_MULTIPLE = 32;
    private static final int SMALL_PICTURE = 64;
    private static final int SMALL_LINE = 320;

    /**
     * Reads {@code short-side.min}, {@code long-side.max} and {@code multiple}.
     *
     * @throws IllegalArgumentException when they make no sense
     */
    static FreeSize of(DecoderContext context) {
        GraphInfo graph = context.graph();
        boolean both = graph.width() < 0 && graph.height() < 0;
        int fixed = Math.max(graph.width(), graph.height());
        int multiple = context.integer("multiple", both ? PICTURE_MULTIPLE : 1, 1, MOST);
        int longest = context.integer("long-side.max", both ? PICTURE_LONGEST : LINE_LONGEST, multiple, MOST);
        int shortest = context.integer("short-side.min", both ? 1 : Math.min(fixed, longest), 1, longest);
        return new FreeSize(graph.height(), graph.width(), shortest, longest, multiple);
    }

    /** The input's size for a picture. */
    Size of(Size picture) {
        if (width < 0 && height < 0) {
            double scale = Math.max(1, (double) shortest / Math.min(picture.width(), picture.height()));
            scale = Math.min(scale, (double) longest / Math.max(picture.width(), picture.height()));
            return new Size(
                    side(Math.rint(picture.width() * scale / multiple)),
                    side(Math.rint(picture.height() * scale / multiple)));
        }
        return width < 0
                ? new Size(line((double) height * picture.width() / picture.height()), height)
                : new Size(width, line((double) width * picture.height() / picture.width()));
    }

    /** A small size, to try the graph with. */
    Size small() {
        if (width < 0 && height < 0) {
            int side = side(Math.ceil((double) SMALL_PICTURE / multiple));
            return new Size(side, side);
        }
        int line = side(Math.ceil((double) SMALL_LINE / multiple));
        return width < 0 ? new Size(line, height) : new Size(width, line);
    }

    private int line(double length) {
        return side(Math.ceil(Math.max(length, shortest) / multiple));
    }

    private int side(double multiples) {
        return multiple * (int) Math.max(1, Math.min(multiples, longest / multiple));
    }
}
