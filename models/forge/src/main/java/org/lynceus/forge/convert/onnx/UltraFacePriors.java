package org.lynceus.forge.convert.onnx;

import java.util.List;

/**
 * The prior boxes of an UltraFace detector, in ratios of the picture.
 *
 * <p>Order: stride, row, column, size. Centres are divided by the size of the feature map, which is rounded up, not by
 * size / stride: where a stride does not divide the input evenly the two differ. Strides and sizes are those of the
 * published RFB-320 network.
 *
 * @param centres x, y of each prior
 * @param extents width, height of each prior
 */
record UltraFacePriors(float[] centres, float[] extents) {
    private static final List<Integer> STRIDES = List.of(8, 16, 32, 64);
    private static final List<List<Integer>> SIZES =
            List.of(List.of(10, 16, 24), List.of(32, 48), List.of(64, 96), List.of(128, 192, 256));

    /**
     * Computes the priors of an input size.
     *
     * @param width columns of the input
     * @param height rows of the input
     * @return the priors
     */
    static UltraFacePriors of(int width, int height) {
        int count = 0;
        for (int level = 0; level < STRIDES.size(); level++) {
            int stride = STRIDES.get(level);
            count += cells(width, stride)
                    * cells(height, stride)
                    * SIZES.get(level).size();
        }
        float[] centres = new float[count * 2];
        float[] extents = new float[count * 2];
        int at = 0;
        for (int level = 0; level < STRIDES.size(); level++) {
            int columns = cells(width, STRIDES.get(level));
            int rows = cells(height, STRIDES.get(level));
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    for (int size : SIZES.get(level)) {
                        centres[at] = ratio(column + 0.5, columns);
                        extents[at++] = ratio(size, width);
                        centres[at] = ratio(row + 0.5, rows);
                        extents[at++] = ratio(size, height);
                    }
                }
            }
        }
        return new UltraFacePriors(centres, extents);
    }

    /** The number of priors. */
    int count() {
        return centres.length / 2;
    }

    private static int cells(int size, int stride) {
        return (size + stride - 1) / stride;
    }

    private static float ratio(double part, double whole) {
        return (float) Math.min(part / whole, 1);
    }
}
