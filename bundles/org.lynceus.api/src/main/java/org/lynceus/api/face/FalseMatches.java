package org.lynceus.api.face;

/** How seldom two different people reach a similarity, by the two points that every encoder's similarity goes through. */
final class FalseMatches {
    private static final double LOWER = 80;
    private static final double LOWER_RATE = -3;
    private static final double UPPER = 99;
    private static final double UPPER_RATE = -5;
    private static final double SLOPE = (UPPER_RATE - LOWER_RATE) / (logit(UPPER) - logit(LOWER));

    /** A similarity is a float: nearer to 100 than this it tells nothing. */
    private static final double TOP = 100 - 1e-5;

    private FalseMatches() {}

    /**
     * Share of the comparisons of different people that reach a similarity.
     *
     * @param similarity 0–100
     * @return 0–1
     */
    static double rate(double similarity) {
        if (similarity <= 0) {
            return 1;
        }
        double exponent = LOWER_RATE + SLOPE * (logit(Math.min(similarity, TOP)) - logit(LOWER));
        return Math.min(1, Math.pow(10, exponent));
    }

    private static double logit(double similarity) {
        return Math.log(similarity / (100 - similarity));
    }
}
