package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;
import org.lynceus.forge.onnx.Attributes;

/** Writes ONNX models as other tools do: inputs of any type, named dimensions, constants that are nodes. */
final class OnnxText {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");

    /**
     * Declares an input.
     *
     * @param dims numbers, names, or "?" for a dimension without either, separated by blanks
     */
    OnnxText input(String name, DataType type, String dims) {
        graph.addInput(value(name, type, dims));
        return this;
    }

    OnnxText output(String name, DataType type, String dims) {
        graph.addOutput(value(name, type, dims));
        return this;
    }

    OnnxText node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return this;
    }

    OnnxText cast(String output, String input, DataType to) {
        return node("Cast", output, List.of(input), Attributes.integer("to", to.getNumber()));
    }

    /** A constant that is a node. */
    OnnxText constant(String name, TensorProto value) {
        AttributeProto attribute = AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(value)
                .build();
        return node("Constant", name, List.of(), attribute);
    }

    OnnxText initializer(TensorProto value) {
        graph.addInitializer(value);
        return this;
    }

    ModelProto model() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
    }

    private static ValueInfoProto value(String name, DataType type, String dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String dim : Arrays.asList(dims.split(" "))) {
            Dimension.Builder dimension = Dimension.newBuilder();
            if (dim.matches("\\d+")) {
                dimension.setDimValue(Long.parseLong(dim));
            } else if (!dim.equals("?")) {
                dimension.setDimParam(dim);
            }
            shape.addDim(dimension);
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
