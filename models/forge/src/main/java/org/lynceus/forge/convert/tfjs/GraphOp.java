package org.lynceus.forge.convert.tfjs;

import java.util.List;
import org.lynceus.forge.ForgeException;

/** Converts one kind of TensorFlow operator. Stateless. */
@FunctionalInterface
interface GraphOp {
    /**
     * Converts an operator.
     *
     * @param node the operator
     * @param inputs its operands
     * @param graph takes the ONNX nodes
     * @return its results
     * @throws ForgeException when its attributes or operands are not supported; the caller adds model and operator
     */
    List<Value> convert(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException;

    /** Converts an operator with one result. */
    @FunctionalInterface
    interface Single {
        Value convert(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException;
    }

    /** Makes a conversion with one result one like all others. */
    static GraphOp single(Single conversion) {
        return (node, inputs, graph) -> List.of(conversion.convert(node, inputs, graph));
    }
}
