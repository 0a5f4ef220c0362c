package org.lynceus.inference.internal.decode.boxes;

import org.lynceus.inference.internal.decode.DecoderContext;

/**
 * Which of a graph's boxes are results.
 *
 * @param threshold results score more than this, 0–1
 * @param smallest shorter side of a result in pixels of the input, at least
 * @param largest longer side of a result in pixels of the input, at most
 * @param suppression of boxes that overlap
 */
public record Selection(float threshold, float smallest, float largest, Suppression suppression) {
    private static final int MAX_DETECTIONS = 300;
    private static final int MOST_PIXELS = 1_000_000;
    private static final int MOST_DETECTIONS = 10_000;

    /**
     * Reads {@code threshold}, {@code nms.iou}, {@code nms.across}, {@code max.detections}, {@code min.size} and
     * {@code max.size}.
     *
     * @param threshold where the description has none
     * @param iou where the description has none; 1 for a family whose boxes do not overlap
     */
    public static Selection of(DecoderContext context, double threshold, double iou) {
        return new Selection(
                (float) context.ratio("threshold", threshold),
                (float) context.number("min.size", 0, 0, MOST_PIXELS),
                (float) context.number("max.size", Double.POSITIVE_INFINITY, 1, MOST_PIXELS),
                new Suppression(
                        context.ratio("nms.iou", iou),
                        context.flag("nms.across", false),
                        context.integer("max.detections", MAX_DETECTIONS, 1, MOST_DETECTIONS)));
    }

    /** An empty collection for one picture's boxes. */
    public Candidates candidates() {
        return new Candidates(smallest, largest);
    }

    /** Indices of the results, best first. */
    public int[] best(Candidates candidates) {
        return suppression.best(candidates);
    }

    /** Confidence 0–100 of a score. */
    public static float confidence(float score) {
        return Math.min(100, 100 * score);
    }
}
