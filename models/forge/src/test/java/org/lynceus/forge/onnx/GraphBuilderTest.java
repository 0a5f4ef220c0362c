package org.lynceus.forge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;

class GraphBuilderTest {
    private static final List<Long> SHAPE = List.of(1L, 3L);

    private final GraphBuilder builder = new GraphBuilder("test");

    @Test
    void whatNoOutputNeedsIsLeftOut() {
        builder.input("x", SHAPE);
        String unused = builder.constant("unused", new float[] {1}, 1);
        builder.node("Add", "dead", List.of("x", unused));
        builder.output(builder.node("Relu", "y", List.of("x")), "y", SHAPE);
        GraphProto graph = builder.build().getGraph();
        assertThat(graph.getNodeList()).extracting(NodeProto::getOpType).containsExactly("Relu");
        assertThat(graph.getInitializerList()).isEmpty();
    }

    @Test
    void oneValueMayBeSeveralOutputsAndAnInputMayBeOne() throws ForgeException {
        builder.reserve(List.of("y", "z", "same"));
        builder.input("x", SHAPE);
        String positive = builder.node("Relu", "y", List.of("x"));
        builder.output(positive, "y", SHAPE);
        builder.output(positive, "z", SHAPE);
        builder.output("x", "same", SHAPE);
        Map<String, float[]> outputs = run(-1, 0, 2);
        assertThat(outputs.get("y")).containsExactly(0, 0, 2);
        assertThat(outputs.get("z")).containsExactly(0, 0, 2);
        assertThat(outputs.get("same")).containsExactly(-1, 0, 2);
    }

    @Test
    void aNodeMayHaveSeveralOutputsAndConstantsAnyType() throws ForgeException {
        builder.input("x", SHAPE);
        String sizes = builder.constant("sizes", new long[] {1, 2});
        List<String> parts =
                builder.nodes("Split", List.of("first", "rest"), List.of("x", sizes), Attributes.integer("axis", 1));
        String kept =
                builder.constant("kept", Tensors.bytes("kept", TensorProto.DataType.BOOL, new byte[] {0, 1}, 1, 2));
        String three = builder.constant("three", Tensors.integers("three", new int[] {3}, 1));
        String real = builder.node("Cast", "real", List.of(three), Attributes.integer("to", 1));
        builder.output(builder.node("Where", "y", List.of(kept, parts.get(1), real)), "y", List.of(1L, 2L));
        assertThat(run(7, 8, 9).get("y")).containsExactly(3, 9);
    }

    private Map<String, float[]> run(float... values) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", builder.build().toByteArray(), 1)) {
            return runner.run(values, SHAPE);
        }
    }
}
