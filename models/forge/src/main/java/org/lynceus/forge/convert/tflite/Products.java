package org.lynceus.forge.convert.tflite;

import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.BatchMatMulOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsWeightsFormat;

/** Products of matrices: FULLY_CONNECTED and BATCH_MATMUL. */
final class Products {
    private Products() {}

    /** FULLY_CONNECTED: weights of outputs x inputs, the same for all rows that the input holds. */
    static void fullyConnected(TfliteOperator operator, TfliteContext context) throws ForgeException {
        FullyConnectedOptions options = operator.options(new FullyConnectedOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor weights = operator.input(1);
        TfliteTensor output = operator.output();
        if (options.weightsFormat() != FullyConnectedOptionsWeightsFormat.DEFAULT || weights.rank() != 2) {
            throw new ForgeException(weights + " is stored in an order that has no conversion");
        }
        int outputs = weights.dim(0);
        int inputs = weights.dim(1);
        if (inputs == 0 || input.size() % inputs != 0 || output.size() != input.size() / inputs * outputs) {
            throw new ForgeException(weights + " does not fit " + input + " and " + output);
        }
        boolean vectors = output.rank() == 2;
        context.requireBatch(input, !vectors || input.dim(0) == input.size() / inputs);
        GraphBuilder onnx = context.onnx();
        String value = rows(context, input, inputs);
        boolean matrix = vectors || input.dim(-1) != inputs;
        String product = matrix
                ? onnx.node(
                        "Gemm",
                        output.name(),
                        operator.inputs().size() > 2
                                ? List.of(value, matrix(context, weights), bias(operator, context))
                                : List.of(value, matrix(context, weights)),
                        Attributes.integer("transB", 1))
                : perRow(operator, context, context.value(input), outputs, inputs);
        if (matrix && !vectors) {
            product = Shaping.reshaped(context, input, product, output);
        }
        int activation = options.fusedActivationFunction();
        context.define(output, Activations.apply(context, product, activation, output), Layout.NHWC);
    }

    /** The input as a matrix of rows. */
    private static String rows(TfliteContext context, TfliteTensor input, int inputs) throws ForgeException {
        if (input.rank() == 2 && input.dim(1) == inputs) {
            return context.value(input);
        }
        GraphBuilder onnx = context.onnx();
        String shape = onnx.constant(input.name() + "/rows", new long[] {-1, inputs});
        return onnx.node("Reshape", input.name() + "/matrix", List.of(context.value(input), shape));
    }

    /** Keeps the dimensions in front of the last one. */
    private static String perRow(TfliteOperator operator, TfliteContext context, String value, int outputs, int inputs)
            throws ForgeException {
        GraphBuilder onnx = context.onnx();
        TfliteTensor weights = operator.input(1);
        String turned;
        if (context.isConstant(weights)) {
            float[] stored = context.constant(weights);
            turned =
                    onnx.constant(weights.name(), Constants.channelsFirst(stored, 1, outputs, inputs), inputs, outputs);
        } else {
            turned = onnx.node(
                    "Transpose",
                    weights.name() + "/turned",
                    List.of(context.value(weights)),
                    Attributes.integers("perm", 1, 0));
        }
        String hint = operator.output().name();
        String product = onnx.node("MatMul", hint, List.of(value, turned));
        return operator.inputs().size() > 2
                ? onnx.node("Add", hint, List.of(product, bias(operator, context)))
                : product;
    }

    private static String matrix(TfliteContext context, TfliteTensor weights) throws ForgeException {
        return context.keepsBytes(weights)
                ? KeptIntegers.constant(context.onnx(), weights, context.stored(weights), 0, weights.dims())
                : context.value(weights);
    }

    private static String bias(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor bias = operator.input(2);
        return context.isConstant(bias) ? context.bias(bias) : context.value(bias);
    }

    /** BATCH_MATMUL: one product for every leading index. */
    static void batchMatMul(TfliteOperator operator, TfliteContext context) throws ForgeException {
        BatchMatMulOptions options = operator.options(new BatchMatMulOptions());
        TfliteTensor first = operator.input(0);
        TfliteTensor second = operator.input(1);
        TfliteTensor output = operator.output();
        context.requireBatch(first, first.rank() > 2);
        context.requireBatch(second, second.rank() > 2);
        String product = context.onnx()
                .node(
                        "MatMul",
                        output.name(),
                        List.of(factor(context, first, options.adjX()), factor(context, second, options.adjY())));
        context.define(output, Activations.apply(context, product, 0, output), Layout.NHWC);
    }

    private static String factor(TfliteContext context, TfliteTensor tensor, boolean turned) throws ForgeException {
        String value = context.value(tensor);
        if (!turned) {
            return value;
        }
        int rank = tensor.rank();
        long[] permutation = IntStream.range(0, rank)
                .mapToLong(axis -> axis < rank - 2 ? axis : 2L * rank - 3 - axis)
                .toArray();
        return context.onnx()
                .node("Transpose", tensor.name() + "/turned", List.of(value), Attributes.integers("perm", permutation));
    }
}
