package org.lynceus.inference.internal.decode.classes;

/**
 * Unit vectors of labels, to be compared with a vector of a picture. Immutable.
 *
 * <p>They are stored number by number, all labels beside each other, so that the processor compares many labels in one
 * step.
 */
final class LabelVectors {
    private static final int AT_ONCE = 4;

    private final int labels;
    private final int dimension;
    private final float[] byNumber;

    /**
     * Creates unit vectors.
     *
     * @param rows vectors, one after another
     * @param labels number of vectors
     * @throws IllegalArgumentException when a vector is zero
     */
    LabelVectors(float[] rows, int labels) {
        this.labels = labels;
        this.dimension = rows.length / labels;
        this.byNumber = new float[rows.length];
        for (int label = 0; label < labels; label++) {
            double factor = unit(rows, label * dimension, dimension);
            if (factor == 0) {
                throw new IllegalArgumentException("vector number " + (label + 1) + " is zero");
            }
            for (int d = 0; d < dimension; d++) {
                byNumber[d * labels + label] = (float) (rows[label * dimension + d] * factor);
            }
        }
    }

    /** Numbers of a vector. */
    int dimension() {
        return dimension;
    }

    /**
     * Cosines of the angles between a vector and those of the labels.
     *
     * @param vector of any length but zero, for which all cosines are 0
     */
    float[] cosines(float[] vector) {
        double factor = unit(vector, 0, dimension);
        float[] unit = new float[(dimension + AT_ONCE - 1) / AT_ONCE * AT_ONCE];
        for (int d = 0; d < dimension; d++) {
            unit[d] = (float) (vector[d] * factor);
        }
        float[] cosines = new float[labels];
        int d = 0;
        for (; d + AT_ONCE <= dimension; d += AT_ONCE) {
            addFour(cosines, unit, d);
        }
        for (; d < dimension; d++) {
            addOne(cosines, unit[d], d * labels);
        }
        return cosines;
    }

    private void addFour(float[] sums, float[] unit, int d) {
        float first = unit[d];
        float second = unit[d + 1];
        float third = unit[d + 2];
        float fourth = unit[d + 3];
        int at = d * labels;
        int at2 = at + labels;
        int at3 = at2 + labels;
        int at4 = at3 + labels;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += first * byNumber[at + i]
                    + second * byNumber[at2 + i]
                    + third * byNumber[at3 + i]
                    + fourth * byNumber[at4 + i];
        }
    }

    private void addOne(float[] sums, float factor, int at) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * byNumber[at + i];
        }
    }

    /** What makes a vector one of unit length; 0 for the zero vector and for one that is not finite. */
    private static double unit(float[] values, int from, int count) {
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            squares += (double) values[i] * values[i];
        }
        return squares > 0 && Double.isFinite(squares) ? 1 / Math.sqrt(squares) : 0;
    }
}
