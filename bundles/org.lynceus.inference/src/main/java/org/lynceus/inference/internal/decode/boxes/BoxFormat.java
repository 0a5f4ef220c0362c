package org.lynceus.inference.internal.decode.boxes;

import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;

/**
 * What the four numbers of a decoded box are.
 *
 * @param order of the numbers
 * @param space that they are in
 */
public record BoxFormat(Order order, Space space) {
    /** Order of the numbers. */
    public enum Order {
        /** Centre x, centre y, width, height. */
        CXCYWH,
        /** Left, top, right, bottom. */
        XYXY,
        /** Top, left, bottom, right. */
        YXYX,
        /** Left, top, width, height. */
        XYWH
    }

    /** Unit of the numbers. */
    public enum Space {
        /** Pixels of the input. */
        PIXEL,
        /** Ratios of the input's width and height. */
        RATIO
    }

    /** Reads {@code boxes.order} and {@code boxes.space}; what the description leaves out is as given. */
    public static BoxFormat of(DecoderContext context, Order order, Space space) {
        return new BoxFormat(context.choice("boxes.order", order), context.choice("boxes.space", space));
    }

    /**
     * Adds a box to the candidates.
     *
     * @param values holds the four numbers, the first at {@code from}, the others {@code step} apart
     */
    public void add(
            Candidates candidates, Frame frame, float score, int label, int row, float[] values, int from, int step) {
        float a = values[from];
        float b = values[from + step];
        float c = values[from + 2 * step];
        float d = values[from + 3 * step];
        float x = space == Space.RATIO ? frame.width() : 1;
        float y = space == Space.RATIO ? frame.height() : 1;
        switch (order) {
            case CXCYWH ->
                candidates.add(score, label, row, (a - c / 2) * x, (b - d / 2) * y, (a + c / 2) * x, (b + d / 2) * y);
            case XYXY -> candidates.add(score, label, row, a * x, b * y, c * x, d * y);
            case YXYX -> candidates.add(score, label, row, b * x, a * y, d * x, c * y);
            case XYWH -> candidates.add(score, label, row, a * x, b * y, (a + c) * x, (b + d) * y);
        }
    }
}
