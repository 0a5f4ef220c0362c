package org.lynceus.inference.internal;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;

/** Writes small ONNX graphs (operator set 13), step by step. Extents of −1 are free. */
public final class GraphBuilder {
    private final OnnxMl.GraphProto.Builder graph =
            OnnxMl.GraphProto.newBuilder().setName("test");
    private OnnxMl.NodeProto.Builder last;

    /** Declares an input of floats. */
    public GraphBuilder input(String name, long... shape) {
        graph.addInput(value(name, DataType.FLOAT, shape));
        return this;
    }

    /** Declares an output of floats. */
    public GraphBuilder output(String name, long... shape) {
        return output(name, DataType.FLOAT, shape);
    }

    /** Declares an output. */
    public GraphBuilder output(String name, DataType type, long... shape) {
        graph.addOutput(value(name, type, shape));
        return this;
    }

    /** Adds a constant of floats. */
    public GraphBuilder constant(String name, List<Integer> shape, float... values) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT.getNumber());
        shape.forEach(tensor::addDims);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** Adds a constant of one axis of 64-bit integers. */
    public GraphBuilder integers(String name, long... values) {
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64.getNumber())
                .addDims(values.length);
        Arrays.stream(values).forEach(tensor::addInt64Data);
        graph.addInitializer(tensor);
        return this;
    }

    /** Adds a node with one output. */
    public GraphBuilder node(String operator, String output, String... inputs) {
        return node(operator, List.of(output), inputs);
    }

    /** Adds a node. */
    public GraphBuilder node(String operator, List<String> outputs, String... inputs) {
        last = graph.addNodeBuilder()
                .setOpType(operator)
                .addAllInput(Arrays.asList(inputs))
                .addAllOutput(outputs);
        return this;
    }

    /** Gives the last node an attribute: one integer. */
    public GraphBuilder with(String name, long value) {
        last.addAttribute(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value));
        return this;
    }

    /** Gives the last node an attribute: a list of integers. */
    public GraphBuilder withAll(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        last.addAttribute(attribute);
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static OnnxMl.ValueInfoProto value(String name, DataType type, long... shape) {
        OnnxMl.TensorShapeProto.Builder extents = OnnxMl.TensorShapeProto.newBuilder();
        for (int axis = 0; axis < shape.length; axis++) {
            OnnxMl.TensorShapeProto.Dimension.Builder extent = extents.addDimBuilder();
            if (shape[axis] < 0) {
                extent.setDimParam(name + axis);
            } else {
                extent.setDimValue(shape[axis]);
            }
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(extents)))
                .build();
    }
}
