package org.lynceus.evaluate.pairs;

import java.util.List;

/** All pairs of some pictures with the cosines of their vectors. Immutable. */
final class CosinePairs {
    private final List<EncodedPicture> pictures;
    private final float[][] vectors;

    /**
     * Creates them; nothing is computed yet.
     *
     * @param pictures each with a vector, all of one encoder
     */
    CosinePairs(List<EncodedPicture> pictures) {
        this.pictures = List.copyOf(pictures);
        this.vectors =
                pictures.stream().map(picture -> picture.vector().orElseThrow()).toArray(float[][]::new);
    }

    /** Takes pairs. */
    @FunctionalInterface
    interface Visitor {
        /** Takes one pair. */
        void visit(int first, int second, double cosine);
    }

    /** A picture by its number in pairs. */
    EncodedPicture picture(int number) {
        return pictures.get(number);
    }

    /** Whether both pictures of a pair show the same person. */
    boolean same(int first, int second) {
        return pictures.get(first).person().equals(pictures.get(second).person());
    }

    /** Visits every two pictures once. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < vectors.length; i++) {
            for (int j = i + 1; j < vectors.length; j++) {
                visitor.visit(i, j, cosine(vectors[i], vectors[j]));
            }
        }
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
