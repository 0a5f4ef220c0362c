package org.lynceus.client.report;

import java.util.Locale;

/** How a value is written for people. Programs get it in full. */
public enum Format {
    /** As it is. */
    TEXT("%s"),
    /** A whole number. */
    COUNT("%d"),
    /** 0–1, four digits. */
    SHARE("%.4f"),
    /** A rare share of 0–1, three significant digits. */
    RATE("%.3g"),
    /** A power of ten. */
    POWER("%.0e"),
    /** Two digits. */
    NUMBER("%.2f"),
    /** Four digits. */
    FINE("%.4f");

    private static final String NONE = "-";

    private final String pattern;

    Format(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Writes a value.
     *
     * @param value of the kind the format is for; a number that is not finite is written as a dash
     */
    String print(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return NONE;
        }
        if (this == RATE && value.equals(0.0)) {
            return "0";
        }
        return String.format(Locale.ROOT, pattern, value);
    }
}
