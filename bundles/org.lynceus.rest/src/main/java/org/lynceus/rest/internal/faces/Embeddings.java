package org.lynceus.rest.internal.faces;

/** Arithmetic on face vectors. */
final class Embeddings {
    private Embeddings() {}

    /**
     * Euclidean distance.
     *
     * @param a vector of length 1
     * @param b vector of length 1 and the same dimension
     * @return 0–2
     */
    static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return Math.min(2, Math.sqrt(sum));
    }
}
