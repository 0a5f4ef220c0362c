package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Operators computed by their definitions, on one channels-last image. */
final class Definitions {
    private Definitions() {}

    /** One image: rows, columns, channels. */
    record Image(float[] values, int rows, int columns, int channels) {
        /** A pixel; 0 beyond the edge. */
        double at(int y, int x, int c) {
            return inside(y, x) ? values[(y * columns + x) * channels + c] : 0;
        }

        boolean inside(int y, int x) {
            return y >= 0 && y < rows && x >= 0 && x < columns;
        }
    }

    /** Computes one value of a result. */
    @FunctionalInterface
    interface Pixel {
        double at(int y, int x, int c);
    }

    /** An image of given size. */
    static float[] image(int rows, int columns, int channels, Pixel pixel) {
        float[] values = new float[rows * columns * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) pixel.at(i / channels / columns, i / channels % columns, i % channels);
        }
        return values;
    }

    /**
     * One value of a convolution with a filter stored as rows, columns, inputs, outputs.
     *
     * @param top row of the filter's first tap
     * @param left column of the filter's first tap
     */
    static double convolution(
            Image image, float[] filter, int rows, int columns, int outputs, int top, int left, int dilation, int o) {
        double sum = 0;
        for (int ky = 0; ky < rows; ky++) {
            for (int kx = 0; kx < columns; kx++) {
                for (int c = 0; c < image.channels(); c++) {
                    sum += image.at(top + ky * dilation, left + kx * dilation, c)
                            * filter[((ky * columns + kx) * image.channels() + c) * outputs + o];
                }
            }
        }
        return sum;
    }

    static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], Offset.offset(1e-4f));
        }
    }
}
