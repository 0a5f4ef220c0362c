package org.lynceus.detector.celebrities.internal.portrait;

import org.lynceus.api.face.FaceEncoder;

/** Finds out from where on two people look alike to an encoder. */
final class LookAlike {
    /** Share of the pairs of different people that look alike. */
    static final double RATE = 1e-5;

    private static final double LARGEST = 2;
    private static final int HALVINGS = 40;

    private LookAlike() {}

    /**
     * The cosine of two vectors from which on at most one in 100,000 pairs of different people are as near, by bisection
     * over the distance.
     *
     * @param encoder of the vectors
     * @return −1–1; 1 when even equal vectors are not as rare as that
     */
    static double cosine(FaceEncoder encoder) {
        double near = 0;
        double far = LARGEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (near + far) / 2;
            if (encoder.falseMatchRate(middle) <= RATE) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return 1 - near * near / 2;
    }
}
