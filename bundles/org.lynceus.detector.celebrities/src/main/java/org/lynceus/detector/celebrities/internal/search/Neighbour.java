package org.lynceus.detector.celebrities.internal.search;

/**
 * A person near a face.
 *
 * @param person number of the person in the index, from 0
 * @param distance Euclidean distance of two vectors of length 1, 0–2
 */
public record Neighbour(int person, double distance) {
    private static final double LARGEST = 4;

    /** From the product of two vectors of length 1: the squared distance is twice what it lacks to 1. */
    static Neighbour of(int person, double product) {
        return new Neighbour(person, distance(product));
    }

    /**
     * Distance of two vectors.
     *
     * @param one of Euclidean length 1
     * @param other of Euclidean length 1, as many numbers
     * @return Euclidean distance, 0–2
     */
    public static double distance(float[] one, float[] other) {
        double product = 0;
        for (int d = 0; d < one.length; d++) {
            product += (double) one[d] * other[d];
        }
        return distance(product);
    }

    private static double distance(double product) {
        return Math.sqrt(Math.max(0, Math.min(LARGEST, 2 - 2 * product)));
    }
}
