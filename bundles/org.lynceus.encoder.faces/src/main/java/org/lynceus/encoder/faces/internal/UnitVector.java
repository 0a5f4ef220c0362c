package org.lynceus.encoder.faces.internal;

import java.util.List;

/** Vectors of Euclidean length 1. */
final class UnitVector {
    private UnitVector() {}

    /** The sum of vectors of one length, scaled to length 1. */
    static float[] ofSum(List<float[]> vectors) {
        float[] sum = vectors.get(0).clone();
        for (float[] vector : vectors.subList(1, vectors.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        double square = 0;
        for (float value : sum) {
            square += (double) value * value;
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (sum[i] / length);
        }
        return sum;
    }
}
