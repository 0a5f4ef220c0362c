package org.lynceus.forge.convert.tfjs;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/**
 * Activation functions by the names that TensorFlow and Keras give them.
 *
 * <p>Definitions follow TensorFlow.js: hard sigmoid is clip(0.2 x + 0.5, 0, 1), SELU uses the constants of Klambauer et al.
 * 2017, GELU the error function.
 */
final class Activation {
    private static final double SQRT_HALF = Math.sqrt(0.5);

    private Activation() {}

    /**
     * Applies an activation without parameters.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param x the operand
     * @param name its name; case and underscores do not count
     * @return the result
     * @throws ForgeException when there is no such activation
     */
    static Value apply(Lowering graph, String hint, Value x, String name) throws ForgeException {
        return switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "linear" -> x;
            case "relu" -> Elementwise.unary(graph, "Relu", hint, x);
            case "relu6" -> Elementwise.clip(graph, hint, x, OptionalDouble.of(0), OptionalDouble.of(6));
            case "elu" -> elu(graph, hint, x, 1);
            case "selu" -> Elementwise.unary(graph, "Selu", hint, x);
            case "sigmoid" -> Elementwise.unary(graph, "Sigmoid", hint, x);
            case "hardsigmoid" ->
                Elementwise.unary(
                        graph, "HardSigmoid", hint, x, Attributes.real("alpha", 0.2f), Attributes.real("beta", 0.5f));
            case "tanh" -> Elementwise.unary(graph, "Tanh", hint, x);
            case "softplus" -> Elementwise.unary(graph, "Softplus", hint, x);
            case "softsign" -> Elementwise.unary(graph, "Softsign", hint, x);
            case "softmax" -> softmax(graph, "Softmax", hint, x, -1);
            case "logsoftmax" -> softmax(graph, "LogSoftmax", hint, x, -1);
            case "swish", "silu" -> {
                Value gate = Elementwise.unary(graph, "Sigmoid", hint + "/gate", x);
                yield Elementwise.binary(graph, "Mul", hint, x, gate);
            }
            case "mish" -> {
                Value soft = Elementwise.unary(graph, "Softplus", hint + "/softplus", x);
                yield Elementwise.binary(graph, "Mul", hint, x, Elementwise.unary(graph, "Tanh", hint + "/gate", soft));
            }
            case "gelu" -> gelu(graph, hint, x);
            default -> throw new ForgeException("the activation '" + name + "' has no conversion");
        };
    }

    /** ELU: alpha (exp(x) - 1) for negative x. */
    static Value elu(Lowering graph, String hint, Value x, double alpha) {
        return Elementwise.unary(graph, "Elu", hint, x, Attributes.real("alpha", (float) alpha));
    }

    /** Leaky ReLU: alpha x for negative x. */
    static Value leaky(Lowering graph, String hint, Value x, double alpha) {
        return Elementwise.unary(graph, "LeakyRelu", hint, x, Attributes.real("alpha", (float) alpha));
    }

    /**
     * Parametric ReLU: slope x for negative x. A slope per channel becomes a slope per plane.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param x the operand
     * @param slope the slopes, which broadcast
     * @return the result
     */
    static Value prelu(Lowering graph, String hint, Value x, Value slope) throws ForgeException {
        if (!Elementwise.broadcast(List.of(x, slope)).equals(x.dims())) {
            throw new ForgeException("the slopes " + slope + " do not fit " + x);
        }
        return graph.define(
                "PRelu",
                hint,
                List.of(graph.name(x, x.home()), graph.aligned(hint + "/slope", slope, x.home())),
                x.dims(),
                x.type(),
                x.home());
    }

    /** Softmax or its logarithm along an axis. */
    static Value softmax(Lowering graph, String operator, String hint, Value x, long axis) throws ForgeException {
        int physical = x.home().position(Lowering.axis(axis, x.rank()));
        return Elementwise.unary(graph, operator, hint, x, Attributes.integer("axis", physical));
    }

    /** x (1 + erf(x / sqrt(2))) / 2. */
    private static Value gelu(Lowering graph, String hint, Value x) throws ForgeException {
        Value scaled =
                Elementwise.binary(graph, "Mul", hint + "/scaled", x, Value.of(Constant.scalar((float) SQRT_HALF)));
        Value error = Elementwise.unary(graph, "Erf", hint + "/erf", scaled);
        Value raised = Elementwise.binary(graph, "Add", hint + "/raised", error, Value.of(Constant.scalar(1)));
        Value gate = Elementwise.binary(graph, "Mul", hint + "/gate", raised, Value.of(Constant.scalar(0.5f)));
        return Elementwise.binary(graph, "Mul", hint, x, gate);
    }
}
