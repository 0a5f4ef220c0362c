package org.lynceus.forge.convert.tflite;

import org.lynceus.forge.ForgeException;

/** Converts one kind of TFLite operator: adds nodes to the ONNX graph and defines the operator's output. Stateless. */
@FunctionalInterface
interface OpConverter {
    /**
     * Converts an operator.
     *
     * @param operator the operator
     * @param context the graph so far
     * @throws ForgeException when its options or tensors are not supported; the caller adds model and operator
     */
    void convert(TfliteOperator operator, TfliteContext context) throws ForgeException;
}
