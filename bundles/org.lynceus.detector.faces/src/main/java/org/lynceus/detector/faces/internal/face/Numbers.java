package org.lynceus.detector.faces.internal.face;

/** Small formulas. */
public final class Numbers {
    private static final double LOGIT_LIMIT = 100;

    private Numbers() {}

    /** Logistic function of a logit, clipped to ±100 so that it stays finite. */
    public static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-Math.max(-LOGIT_LIMIT, Math.min(LOGIT_LIMIT, logit))));
    }
}
