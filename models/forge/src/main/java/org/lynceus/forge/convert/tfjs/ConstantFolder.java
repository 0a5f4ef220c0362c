package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.GraphBuilder;

/** Computes, while converting, operators of which all operands are known: converts each on its own and runs it. */
final class ConstantFolder {
    private static final String RESULT = "result of folding ";

    private ConstantFolder() {}

    /** Adds the nodes of an operator to a graph. */
    @FunctionalInterface
    interface Conversion {
        List<Value> convert(Lowering graph) throws ForgeException;
    }

    /**
     * Computes an operator.
     *
     * @param conversion adds the operator with constant operands to a graph
     * @return its results, all constant
     * @throws ForgeException when the operator cannot be converted or run
     */
    static List<Value> fold(Conversion conversion) throws ForgeException {
        GraphBuilder onnx = new GraphBuilder("constant");
        Lowering scratch = new Lowering(onnx);
        List<Value> results = conversion.convert(scratch);
        List<Value> computed =
                results.stream().filter(result -> !result.isConstant()).toList();
        if (computed.isEmpty()) {
            return results;
        }
        for (int i = 0; i < computed.size(); i++) {
            onnx.output(scratch.name(computed.get(i)), RESULT + i, List.of());
        }
        Map<String, Constant> values = run(typed(onnx.build(), computed));
        List<Value> folded = new ArrayList<>();
        int next = 0;
        for (Value result : results) {
            folded.add(result.isConstant() ? result : Value.of(values.get(RESULT + next++)));
        }
        return folded;
    }

    /** The model with outputs of the types of some values, and of any shape. */
    private static ModelProto typed(ModelProto model, List<Value> values) {
        ModelProto.Builder typed = model.toBuilder();
        for (int i = 0; i < values.size(); i++) {
            typed.getGraphBuilder()
                    .getOutputBuilder(i)
                    .setType(TypeProto.newBuilder()
                            .setTensorType(TypeProto.Tensor.newBuilder()
                                    .setElemType(values.get(i).type().onnx())));
        }
        return typed.build();
    }

    private static Map<String, Constant> run(ModelProto model) throws ForgeException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model.toByteArray(), options);
                    OrtSession.Result results = session.run(Map.of())) {
                Map<String, Constant> constants = new HashMap<>();
                for (Map.Entry<String, OnnxValue> result : results) {
                    constants.put(result.getKey(), constant((OnnxTensor) result.getValue()));
                }
                return constants;
            }
        } catch (OrtException e) {
            throw new ForgeException("its constant operands cannot be computed: " + e.getMessage(), e);
        }
    }

    private static Constant constant(OnnxTensor tensor) throws ForgeException {
        List<Long> dims = Arrays.stream(tensor.getInfo().getShape()).boxed().toList();
        switch (tensor.getInfo().type) {
            case FLOAT -> {
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                return Constant.of(dims, values);
            }
            case INT64 -> {
                LongBuffer buffer = tensor.getLongBuffer();
                long[] values = new long[buffer.remaining()];
                buffer.get(values);
                return Constant.of(dims, values);
            }
            case BOOL -> {
                ByteBuffer buffer = tensor.getByteBuffer();
                long[] values = new long[buffer.remaining()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = buffer.get();
                }
                return new Constant(dims, ElementType.BOOLEAN, new float[0], values);
            }
            default ->
                throw new ForgeException("a constant of the type " + tensor.getInfo().type + " has no conversion");
        }
    }
}
