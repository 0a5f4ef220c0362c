package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.ActivationFunctionType;

/** The activation that a TFLite operator applies to its own result. */
final class Activations {
    private Activations() {}

    /**
     * Adds an activation.
     *
     * @param onnx the graph
     * @param value the result of the operator
     * @param activation a constant of {@link ActivationFunctionType}
     * @return the activated value
     */
    static String apply(GraphBuilder onnx, String value, int activation) throws ForgeException {
        return switch (activation) {
            case ActivationFunctionType.NONE -> value;
            case ActivationFunctionType.RELU -> onnx.node("Relu", value + "/relu", List.of(value));
            case ActivationFunctionType.RELU6 -> {
                String low = onnx.constant(value + "/low", new float[] {0});
                String high = onnx.constant(value + "/high", new float[] {6});
                yield onnx.node("Clip", value + "/relu6", List.of(value, low, high));
            }
            default ->
                throw new ForgeException(
                        "the fused activation " + ActivationFunctionType.name(activation) + " has no conversion");
        };
    }
}
