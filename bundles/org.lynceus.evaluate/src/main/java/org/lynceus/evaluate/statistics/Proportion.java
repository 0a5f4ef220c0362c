package org.lynceus.evaluate.statistics;

/**
 * A share of some trials, and the interval in which the true rate lies with a confidence of 95 percent.
 *
 * @param count number of trials that came out so
 * @param total number of trials, not below {@code count}
 */
public record Proportion(long count, long total) {
    /** The quantile 0.975 of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The share, 0–1; NaN without any trial. */
    public double share() {
        return (double) count / total;
    }

    /** Lower end of Wilson's score interval, 0–1 (E. B. Wilson 1927); NaN without any trial. */
    public double low() {
        return Math.max(0, middle() - half());
    }

    /** Upper end of Wilson's score interval, 0–1; NaN without any trial. */
    public double high() {
        return Math.min(1, middle() + half());
    }

    private double middle() {
        return (share() + Z * Z / (2 * total)) / (1 + Z * Z / total);
    }

    private double half() {
        double variance = share() * (1 - share()) / total + Z * Z / (4.0 * total * total);
        return Z * Math.sqrt(variance) / (1 + Z * Z / total);
    }
}
