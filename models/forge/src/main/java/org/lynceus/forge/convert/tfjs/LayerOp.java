package org.lynceus.forge.convert.tfjs;

import java.util.List;
import org.lynceus.forge.ForgeException;

/** Converts one kind of Keras layer. Stateless. */
@FunctionalInterface
interface LayerOp {
    /**
     * Converts a layer.
     *
     * @param layer the layer
     * @param inputs its operands
     * @param graph takes the ONNX nodes
     * @return its result
     * @throws ForgeException when its configuration or weights are not supported; the caller adds model and layer
     */
    Value convert(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException;
}
