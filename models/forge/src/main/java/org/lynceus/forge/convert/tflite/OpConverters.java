package org.lynceus.forge.convert.tflite;

import java.util.Map;
import java.util.Optional;

/** The conversions of all supported TFLite operators. */
final class OpConverters {
    private static final Map<String, OpConverter> BY_NAME = Map.of(
            "ADD", new Add(),
            "CONV_2D", new Convolution(),
            "DEPTHWISE_CONV_2D", new DepthwiseConvolution(),
            "DEQUANTIZE", new Dequantize(),
            "MAX_POOL_2D", new MaxPool(),
            "PAD", new Pad(),
            "PRELU", new PRelu(),
            "RELU", new Relu(),
            "RESHAPE", new Reshape(),
            "RESIZE_BILINEAR", new ResizeBilinear());

    private OpConverters() {}

    /**
     * The conversion of a kind of operator.
     *
     * @param name the operator's name in the schema, or its own when it is a custom operator; compared as a whole
     * @return the conversion, if there is one
     */
    static Optional<OpConverter> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
