package org.lynceus.forge.convert.tflite;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/**
 * The graph of a TFLite file, read completely.
 *
 * @param inputs its input tensors
 * @param outputs its output tensors
 * @param operators its operators in the order of execution
 */
record TfliteGraph(List<TfliteTensor> inputs, List<TfliteTensor> outputs, List<TfliteOperator> operators) {
    private static final long SCHEMA = 3;

    /**
     * Reads a file.
     *
     * @param label the beginning of messages
     * @param file the bytes of the file
     * @return its main graph, which is the first
     * @throws ForgeException when the file is cut off or is no TFLite file
     */
    static TfliteGraph read(String label, byte[] file) throws ForgeException {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (file.length < 8 || !Model.ModelBufferHasIdentifier(buffer)) {
                throw new ForgeException(label + ": this is not a TFLite file (" + file.length + " bytes)");
            }
            Model model = Model.getRootAsModel(buffer);
            if (model.version() != SCHEMA || model.subgraphsLength() == 0) {
                throw new ForgeException(label + ": schema " + model.version() + " with " + model.subgraphsLength()
                        + " graphs; schema 3 with a graph was expected");
            }
            return read(label, model);
        } catch (IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ArithmeticException
                | IllegalArgumentException e) {
            throw new ForgeException(label + ": the TFLite file is cut off or damaged (" + file.length + " bytes)", e);
        }
    }

    private static TfliteGraph read(String label, Model model) throws ForgeException {
        SubGraph graph = model.subgraphs(0);
        List<TfliteTensor> tensors = new ArrayList<>();
        for (int i = 0; i < graph.tensorsLength(); i++) {
            try {
                tensors.add(tensor(model, graph.tensors(i), i));
            } catch (ForgeException e) {
                throw new ForgeException(label + ": " + e.getMessage(), e);
            }
        }
        List<TfliteOperator> operators = new ArrayList<>();
        for (int i = 0; i < graph.operatorsLength(); i++) {
            Operator operator = graph.operators(i);
            operators.add(new TfliteOperator(
                    i,
                    name(model.operatorCodes((int) operator.opcodeIndex())),
                    pick(tensors, count(operator, operator.inputsLength()), operator::inputs),
                    pick(tensors, count(operator, operator.outputsLength()), operator::outputs),
                    operator));
        }
        return new TfliteGraph(
                pick(tensors, count(graph, graph.inputsLength()), graph::inputs),
                pick(tensors, count(graph, graph.outputsLength()), graph::outputs),
                List.copyOf(operators));
    }

    private static TfliteTensor tensor(Model model, Tensor tensor, int index) throws ForgeException {
        List<Integer> shape = IntStream.range(0, count(tensor, tensor.shapeLength()))
                .map(tensor::shape)
                .boxed()
                .toList();
        String name = tensor.name() == null ? "tensor" + index : tensor.name();
        ByteBuffer data = model.buffers((int) tensor.buffer()).dataAsByteBuffer();
        Optional<byte[]> bytes = Optional.empty();
        if (data != null && data.hasRemaining()) {
            byte[] copy = new byte[data.remaining()];
            data.get(copy);
            bytes = Optional.of(
                    tensor.sparsity() == null
                            ? copy
                            : SparseTensor.expand(name, shape, copy, width(tensor.type()), tensor.sparsity()));
        }
        return new TfliteTensor(index, name, shape, tensor.type(), bytes, quantisation(tensor.quantization()));
    }

    /**
     * The length of a list.
     *
     * @param table the table that the list belongs to
     * @param length what the file says
     * @return the same
     * @throws IndexOutOfBoundsException when the file cannot hold that many entries
     */
    static int count(Table table, int length) {
        if (length < 0 || length > table.getByteBuffer().capacity()) {
            throw new IndexOutOfBoundsException("a list of " + length + " entries does not fit the file");
        }
        return length;
    }

    private static int width(int type) {
        return switch (type) {
            case TensorType.FLOAT32, TensorType.INT32 -> Integer.BYTES;
            case TensorType.FLOAT16, TensorType.INT16 -> Short.BYTES;
            default -> Byte.BYTES;
        };
    }

    private static Optional<Quantisation> quantisation(QuantizationParameters parameters) {
        if (parameters == null || parameters.scaleLength() == 0) {
            return Optional.empty();
        }
        float[] scales = new float[count(parameters, parameters.scaleLength())];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = parameters.scale(i);
        }
        long[] zeroPoints = LongStream.range(0, count(parameters, parameters.zeroPointLength()))
                .map(i -> parameters.zeroPoint((int) i))
                .toArray();
        return Optional.of(new Quantisation(scales, zeroPoints, parameters.quantizedDimension()));
    }

    /** An absent optional input has the index -1. */
    private static List<TfliteTensor> pick(List<TfliteTensor> tensors, int count, IntUnaryOperator index) {
        return IntStream.range(0, count)
                .map(index)
                .filter(tensor -> tensor >= 0)
                .mapToObj(tensors::get)
                .toList();
    }

    /** Old files carry the operator in a byte, new ones in an integer as well: the larger one counts. */
    private static String name(OperatorCode code) {
        int builtin = Math.max(code.builtinCode(), code.deprecatedBuiltinCode());
        if (builtin == BuiltinOperator.CUSTOM) {
            return String.valueOf(code.customCode());
        }
        return builtin < BuiltinOperator.names.length ? BuiltinOperator.name(builtin) : "number " + builtin;
    }
}
