package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.TensorType;

/**
 * The activation that a TFLite operator applies to its own result.
 *
 * <p>Quantised tensors have a second one: stored numbers end at the limits of their type. Where the smallest stored
 * number means exactly zero, the limits <em>are</em> the activation, and converters leave the declared one out; the
 * real-valued graph has to clip.
 */
final class Activations {
    private Activations() {}

    /**
     * Adds an activation.
     *
     * @param context the graph
     * @param value the result of the operator
     * @param activation a constant of {@link ActivationFunctionType}
     * @param output the tensor that the result is
     * @return the activated value
     */
    static String apply(TfliteContext context, String value, int activation, TfliteTensor output)
            throws ForgeException {
        GraphBuilder onnx = context.onnx();
        float low = Float.NEGATIVE_INFINITY;
        float high = Float.POSITIVE_INFINITY;
        switch (activation) {
            case ActivationFunctionType.NONE -> {}
            case ActivationFunctionType.RELU -> low = 0;
            case ActivationFunctionType.RELU6 -> {
                low = 0;
                high = 6;
            }
            case ActivationFunctionType.RELU_N1_TO_1 -> {
                low = -1;
                high = 1;
            }
            case ActivationFunctionType.TANH -> {
                return onnx.node("Tanh", value + "/tanh", List.of(value));
            }
            default ->
                throw new ForgeException("the fused activation "
                        + (activation < ActivationFunctionType.names.length
                                ? ActivationFunctionType.name(activation)
                                : activation)
                        + " has no conversion");
        }
        if (startsAtZero(output)) {
            Quantisation stored = output.quantisation().orElseThrow();
            float limit = stored.real(largest(output));
            if (context.keepsIntegers(output) && low <= 0 && limit - high < stored.scale() / 2) {
                // Rounding to the stored type does the same.
                return value;
            }
            low = Math.max(low, 0);
            high = Math.min(high, limit);
        }
        return clip(onnx, value, low, high);
    }

    /**
     * Limits a value.
     *
     * @param low the lower limit, minus infinity for none
     * @param high the upper limit, infinity for none
     * @return the limited value; the value itself when there is no limit
     */
    static String clip(GraphBuilder onnx, String value, float low, float high) {
        if (low == Float.NEGATIVE_INFINITY && high == Float.POSITIVE_INFINITY) {
            return value;
        }
        if (low == 0 && high == Float.POSITIVE_INFINITY) {
            return onnx.node("Relu", value + "/relu", List.of(value));
        }
        return onnx.node(
                "Clip",
                value + "/clip",
                List.of(
                        value,
                        onnx.constant(value + "/low", new float[] {low}),
                        onnx.constant(value + "/high", new float[] {high})));
    }

    private static boolean startsAtZero(TfliteTensor output) {
        return output.quantisation()
                .filter(quantisation -> !quantisation.perChannel())
                .filter(quantisation -> quantisation.zeroPoint() == smallest(output))
                .isPresent();
    }

    private static long smallest(TfliteTensor output) {
        return switch (output.type()) {
            case TensorType.INT8 -> Byte.MIN_VALUE;
            case TensorType.INT16 -> Short.MIN_VALUE;
            case TensorType.UINT8 -> 0;
            default -> Long.MIN_VALUE;
        };
    }

    private static long largest(TfliteTensor output) {
        return smallest(output) + (output.type() == TensorType.INT16 ? 65535 : 255);
    }
}
