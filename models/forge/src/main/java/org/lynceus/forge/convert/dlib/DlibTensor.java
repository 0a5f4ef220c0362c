package org.lynceus.forge.convert.dlib;

/**
 * A tensor of a dlib file, or the place of one inside a larger tensor, which has a shape and no values.
 *
 * @param samples first dimension; filters, for the weights of a convolution
 * @param channels second dimension
 * @param rows third dimension
 * @param columns fourth dimension
 * @param values the values, row-major
 */
record DlibTensor(int samples, int channels, int rows, int columns, float[] values) {
    /** The product of the dimensions, exact below 2^53. */
    double size() {
        return (double) samples * channels * rows * columns;
    }
}
