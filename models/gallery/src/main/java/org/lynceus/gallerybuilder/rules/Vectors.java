package org.lynceus.gallerybuilder.rules;

import java.util.List;

/** Arithmetic of vectors of length 1. */
final class Vectors {
    private Vectors() {}

    /** Cosine of the angle between two vectors of length 1. */
    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /**
     * The weighted sum, scaled to length 1.
     *
     * @param vectors at least one, of one dimension
     * @param weights one for each vector
     * @return the first vector where the sum has no length
     */
    static float[] mean(List<float[]> vectors, double[] weights) {
        double[] sum = new double[vectors.get(0).length];
        for (int v = 0; v < weights.length; v++) {
            float[] vector = vectors.get(v);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[v] * vector[i];
            }
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        if (length == 0) {
            return vectors.get(0).clone();
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / length);
        }
        return mean;
    }
}
