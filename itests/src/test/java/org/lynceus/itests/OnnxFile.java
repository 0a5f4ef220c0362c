package org.lynceus.itests;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** An ONNX file in the making. Axes of length −1 are free. */
final class OnnxFile {
    private static final int OPSET = 13;
    private static final int IR = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("squares");

    /** Declares the input. */
    OnnxFile input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return this;
    }

    /** Declares an output. */
    OnnxFile output(String name, long... shape) {
        graph.addOutput(value(name, shape));
        return this;
    }

    /** Adds a tensor of numbers. */
    OnnxFile numbers(String name, List<Long> shape, float... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllDims(shape);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** Adds a shape. */
    OnnxFile shape(String name, Long... axes) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(axes.length)
                .addAllInt64Data(List.of(axes)));
        return this;
    }

    /** Adds an operator with one output. */
    OnnxFile node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    /** Adds the mean over windows of a side that lie side by side. */
    OnnxFile means(String output, String input, long side) {
        return node(
                "AveragePool",
                output,
                List.of(input),
                numbers("kernel_shape", side, side),
                numbers("strides", side, side));
    }

    /** An attribute of whole numbers. */
    static AttributeProto numbers(String name, Long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(List.of(values))
                .build();
    }

    /** An attribute of one whole number. */
    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /** The file. */
    byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder axes = TensorShapeProto.newBuilder();
        for (long axis : shape) {
            axes.addDim(
                    axis < 0
                            ? TensorShapeProto.Dimension.newBuilder().setDimParam("batch")
                            : TensorShapeProto.Dimension.newBuilder().setDimValue(axis));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(axes)))
                .build();
    }
}
