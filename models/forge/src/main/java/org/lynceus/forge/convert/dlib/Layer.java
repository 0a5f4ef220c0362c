package org.lynceus.forge.convert.dlib;

/** A layer of a dlib network. Images are channels, rows, columns; tensors are row-major. */
sealed interface Layer {
    /**
     * The input, an RGB image with values from 0 to 255.
     *
     * @param rows its rows, 0 where any number will do
     * @param columns its columns, 0 where any number will do
     */
    record Input(int rows, int columns) implements Layer {}

    /**
     * A rectangle that moves over the image, padded on all sides.
     *
     * @param rows rows of the rectangle, 0 for all of the image
     * @param columns columns of the rectangle, 0 for all of the image
     * @param strideRows step from row to row
     * @param strideColumns step from column to column
     * @param padRows rows added above and below
     * @param padColumns columns added to the left and right
     */
    record Window(int rows, int columns, int strideRows, int strideColumns, int padRows, int padColumns) {}

    /**
     * A convolution.
     *
     * @param window the receptive field
     * @param filters number of output channels
     * @param channels number of input channels
     * @param weights [filters, channels, rows, columns]
     * @param biases [filters]
     */
    record Convolution(Window window, int filters, int channels, float[] weights, float[] biases) implements Layer {}

    /**
     * y = gamma x + beta.
     *
     * @param perChannel whether there is one gamma and one beta per channel; otherwise one for every value
     * @param gamma the factors
     * @param beta the summands
     */
    record Affine(boolean perChannel, float[] gamma, float[] beta) implements Layer {}

    /** y = max(0, x). */
    record Relu() implements Layer {}

    /**
     * The largest value or the mean inside a window; padding counts for neither.
     *
     * @param window the window
     * @param largest whether it is the largest value
     */
    record Pool(Window window, boolean largest) implements Layer {}

    /** The sum with the value of the last {@link Tag}; the smaller one is padded with zeros at the end of each dimension. */
    record AddPrevious() implements Layer {}

    /**
     * A product with a matrix.
     *
     * @param inputs number of input values
     * @param outputs number of output values
     * @param weights [inputs, outputs]
     * @param biases [outputs]
     */
    record FullyConnected(int inputs, int outputs, float[] weights, float[] biases) implements Layer {}

    /** Remembers the value before it. */
    record Tag() implements Layer {}

    /** Goes on with the value of the tag before the last one. */
    record Skip() implements Layer {}
}
