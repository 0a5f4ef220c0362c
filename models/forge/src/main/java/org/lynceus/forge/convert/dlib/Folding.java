package org.lynceus.forge.convert.dlib;

import java.util.ArrayList;
import java.util.List;

/** Folds factors and summands per channel into the convolution before them, those of the pixels into the one after. */
final class Folding {
    private Folding() {}

    /**
     * Folds what can be folded.
     *
     * @param layers the layers from the input on
     * @return fewer layers that compute the same, but for rounding
     */
    static List<Layer> fold(List<Layer> layers) {
        List<Layer> folded = new ArrayList<>();
        for (Layer layer : layers) {
            Layer last = folded.isEmpty() ? layer : folded.get(folded.size() - 1);
            if (layer instanceof Layer.Affine affine
                    && last instanceof Layer.Convolution convolution
                    && affine.perChannel()
                    && affine.gamma().length == convolution.filters()) {
                folded.set(folded.size() - 1, after(convolution, affine));
            } else if (layer instanceof Layer.Convolution convolution
                    && last instanceof Layer.Affine affine
                    && affine.perChannel()
                    && affine.gamma().length == convolution.channels()
                    && unpadded(convolution.window())) {
                folded.set(folded.size() - 1, before(affine, convolution));
            } else {
                folded.add(layer);
            }
        }
        return folded;
    }

    private static boolean unpadded(Layer.Window window) {
        return window.padRows() == 0 && window.padColumns() == 0;
    }

    private static Layer after(Layer.Convolution convolution, Layer.Affine affine) {
        float[] weights = convolution.weights().clone();
        float[] biases = convolution.biases().clone();
        int each = weights.length / biases.length;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= affine.gamma()[i / each];
        }
        for (int i = 0; i < biases.length; i++) {
            biases[i] = biases[i] * affine.gamma()[i] + affine.beta()[i];
        }
        return new Layer.Convolution(
                convolution.window(), convolution.filters(), convolution.channels(), weights, biases);
    }

    private static Layer before(Layer.Affine affine, Layer.Convolution convolution) {
        float[] weights = convolution.weights().clone();
        float[] biases = convolution.biases().clone();
        int field = convolution.window().rows() * convolution.window().columns();
        int each = field * convolution.channels();
        for (int filter = 0; filter < biases.length; filter++) {
            double bias = biases[filter];
            for (int i = filter * each; i < (filter + 1) * each; i++) {
                int channel = i / field % convolution.channels();
                bias += (double) weights[i] * affine.beta()[channel];
                weights[i] *= affine.gamma()[channel];
            }
            biases[filter] = (float) bias;
        }
        return new Layer.Convolution(
                convolution.window(), convolution.filters(), convolution.channels(), weights, biases);
    }
}
