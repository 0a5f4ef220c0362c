package org.lynceus.forge.check;

/**
 * Reproducible input values that look like noise.
 *
 * <p>u(i) = ((i * 2654435761) mod 2^32) / 2^32 is Knuth's multiplicative hash of the flat index; x(i) = low + (high -
 * low) * u(i + start).
 *
 * @param low value for u = 0
 * @param high value for u = 1
 * @param start index of the first value in the sequence
 */
record HashInput(double low, double high, long start) {
    private static final long FACTOR = 2654435761L;

    /** The first values of the sequence. */
    float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            double u = ((i + start) * FACTOR & 0xffffffffL) / 4294967296.0;
            values[i] = (float) (low + (high - low) * u);
        }
        return values;
    }
}
