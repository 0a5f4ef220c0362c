package org.lynceus.forge.convert.tfjs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/**
 * What a fused operator does to its own result.
 *
 * @param bias added to every output
 * @param activation name of the activation; {@code linear} for none
 * @param slope the slopes of a parametric ReLU
 * @param alpha the slope of a leaky ReLU
 */
record Fused(Optional<Value> bias, String activation, Optional<Value> slope, double alpha) {
    private static final double DEFAULT_ALPHA = 0.2;

    /**
     * Reads {@code fused_ops}.
     *
     * @param node a convolution or product, fused or not
     * @param inputs its operands; those after the first two belong to the fused operators
     * @return what is fused
     * @throws ForgeException when operators are fused that have no conversion
     */
    static Fused of(GraphNode node, List<Value> inputs) throws ForgeException {
        List<String> operators = node.texts("fused_ops").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        boolean biased = !operators.isEmpty() && operators.get(0).equals("biasadd");
        List<String> rest = biased ? operators.subList(1, operators.size()) : operators;
        int extra = 2 + (biased ? 1 : 0);
        String activation = rest.isEmpty() ? "linear" : rest.get(0);
        boolean sloped = activation.equals("prelu");
        if (rest.size() > 1 || inputs.size() < extra + (sloped ? 1 : 0)) {
            throw new ForgeException(
                    "the fused operators " + operators + " with " + inputs.size() + " operands have no conversion");
        }
        return new Fused(
                biased ? Optional.of(inputs.get(2)) : Optional.empty(),
                activation,
                sloped ? Optional.of(inputs.get(extra)) : Optional.empty(),
                node.number("leakyrelu_alpha", DEFAULT_ALPHA));
    }

    /** Applies the activation. */
    Value activate(Lowering graph, String hint, Value x) throws ForgeException {
        if (slope.isPresent()) {
            return Activation.prelu(graph, hint, x, slope.get());
        }
        return activation.equals("leakyrelu")
                ? Activation.leaky(graph, hint, x, alpha)
                : Activation.apply(graph, hint, x, activation);
    }
}
