package org.lynceus.inference.internal;

import ai.onnx.proto.OnnxMl;

/** Tiny graphs for tests. */
final class TestGraphs {
    private TestGraphs() {}

    /** Multiplies a picture of 2×2 pixels by a number: input {@code pixels} [n,3,2,2], output {@code product}. */
    static byte[] times(float factor) {
        OnnxMl.TensorProto constant = OnnxMl.TensorProto.newBuilder()
                .setName("factor")
                .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                .addDims(1)
                .addFloatData(factor)
                .build();
        OnnxMl.GraphProto graph = OnnxMl.GraphProto.newBuilder()
                .setName("times")
                .addInitializer(constant)
                .addInput(pictures("pixels"))
                .addOutput(pictures("product"))
                .addOutput(pictures("same"))
                .addNode(OnnxMl.NodeProto.newBuilder()
                        .setOpType("Mul")
                        .addInput("pixels")
                        .addInput("factor")
                        .addOutput("product"))
                .addNode(OnnxMl.NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput("pixels")
                        .addOutput("same"))
                .build();
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static OnnxMl.ValueInfoProto pictures(String name) {
        OnnxMl.TensorShapeProto shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(3))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(2))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(2))
                .build();
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
