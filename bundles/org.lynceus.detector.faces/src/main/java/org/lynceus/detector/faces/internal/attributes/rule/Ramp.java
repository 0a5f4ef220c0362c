package org.lynceus.detector.faces.internal.attributes.rule;

/**
 * A straight way from 0 to 1.
 *
 * @param zero where it is 0, and beyond
 * @param one where it is 1, and beyond on the other side; may be below {@code zero}
 */
record Ramp(double zero, double one) {
    /** How far a value has come, 0–1. */
    double at(double value) {
        return Math.max(0, Math.min(1, (value - zero) / (one - zero)));
    }
}
