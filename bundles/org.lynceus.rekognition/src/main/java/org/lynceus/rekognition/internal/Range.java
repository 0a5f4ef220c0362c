package org.lynceus.rekognition.internal;

/**
 * The allowed range of a value or of a length.
 *
 * @param min the least allowed; {@link Long#MIN_VALUE} for none
 * @param max the greatest allowed; {@link Long#MAX_VALUE} for none
 */
public record Range(long min, long max) {
    /** No constraint. */
    public static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean hasMax() {
        return max != Long.MAX_VALUE;
    }

    boolean contains(double value) {
        return value >= min && value <= max;
    }

    boolean contains(long value) {
        return value >= min && value <= max;
    }

    /** Reports a length outside the range; returns whether it is inside. */
    boolean checkLength(long length, Object value, Checker checker) {
        if (length > max) {
            checker.report(value, "Member must have length less than or equal to " + max);
        } else if (length < min) {
            checker.report(value, "Member must have length greater than or equal to " + min);
        }
        return contains(length);
    }

    /** Reports a number outside the range. */
    void checkValue(double number, Object value, Checker checker) {
        if (!(number <= max)) {
            checker.report(value, "Member must have value less than or equal to " + max);
        } else if (number < min) {
            checker.report(value, "Member must have value greater than or equal to " + min);
        }
    }
}
