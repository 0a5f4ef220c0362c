package org.lynceus.packer;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.ReshapeOptions;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/** Small TensorFlow Lite files. */
final class TfliteFiles {
    private static final int SIDE = 8;

    private TfliteFiles() {}

    /** A classifier of 8 x 8 pictures, quantised to bytes: the largest red, green and blue; names in a ZIP behind it. */
    static byte[] brightestColour(String labels) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(graph(BuiltinOperator.MAX_POOL_2D));
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("labels.txt"));
            zip.write(labels.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file.toByteArray();
    }

    /** The same with another operator in the place of the maximum. */
    static byte[] graph(int builtin) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int[] tensors = {
            tensor(builder, "pixels", TensorType.UINT8, 0, 1, SIDE, SIDE, 3),
            tensor(builder, "pooled", TensorType.UINT8, 0, 1, 1, 1, 3),
            tensor(builder, "shape", TensorType.INT32, 1, 2),
            tensor(builder, "scores", TensorType.UINT8, 0, 1, 3)
        };
        byte[] shape = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putInt(3)
                .array();
        int[] buffers = {
            Buffer.createBuffer(builder, 0), Buffer.createBuffer(builder, Buffer.createDataVector(builder, shape))
        };
        int pool = Pool2DOptions.createPool2DOptions(
                builder, Padding.VALID, SIDE, SIDE, SIDE, SIDE, ActivationFunctionType.NONE);
        int reshape = ReshapeOptions.createReshapeOptions(
                builder, ReshapeOptions.createNewShapeVector(builder, new int[] {1, 3}));
        int[] operators = {
            operator(builder, 0, new int[] {0}, 1, BuiltinOptions.Pool2DOptions, pool),
            operator(builder, 1, new int[] {1, 2}, 3, BuiltinOptions.ReshapeOptions, reshape)
        };
        int graph = SubGraph.createSubGraph(
                builder,
                SubGraph.createTensorsVector(builder, tensors),
                SubGraph.createInputsVector(builder, new int[] {0}),
                SubGraph.createOutputsVector(builder, new int[] {3}),
                SubGraph.createOperatorsVector(builder, operators),
                0);
        int[] codes = {code(builder, builtin), code(builder, BuiltinOperator.RESHAPE)};
        int model = Model.createModel(
                builder,
                3,
                Model.createOperatorCodesVector(builder, codes),
                Model.createSubgraphsVector(builder, new int[] {graph}),
                0,
                Model.createBuffersVector(builder, buffers),
                0,
                0,
                0);
        Model.finishModelBuffer(builder, model);
        return builder.sizedByteArray();
    }

    private static int code(FlatBufferBuilder builder, int builtin) {
        return OperatorCode.createOperatorCode(builder, (byte) Math.min(builtin, 127), 0, 1, builtin);
    }

    private static int operator(
            FlatBufferBuilder builder, int code, int[] inputs, int output, byte optionsType, int options) {
        return Operator.createOperator(
                builder,
                code,
                Operator.createInputsVector(builder, inputs),
                Operator.createOutputsVector(builder, new int[] {output}),
                optionsType,
                options,
                0,
                (byte) 0,
                0,
                0);
    }

    private static int tensor(FlatBufferBuilder builder, String name, byte type, int buffer, int... shape) {
        int quantised = type == TensorType.UINT8
                ? QuantizationParameters.createQuantizationParameters(
                        builder,
                        0,
                        0,
                        QuantizationParameters.createScaleVector(builder, new float[] {1 / 255f}),
                        QuantizationParameters.createZeroPointVector(builder, new long[] {0}),
                        (byte) 0,
                        0,
                        0)
                : 0;
        return Tensor.createTensor(
                builder,
                Tensor.createShapeVector(builder, shape),
                type,
                buffer,
                builder.createString(name),
                quantised,
                false,
                0,
                0,
                false,
                0);
    }
}
