package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** Lets a graph take and give 32-bit floats, whatever numbers it computes with: with a Cast at either end. */
final class FloatTypes {
    private static final int FLOAT = DataType.FLOAT.getNumber();
    private static final Set<DataType> NUMBERS = EnumSet.of(
            DataType.FLOAT16,
            DataType.BFLOAT16,
            DataType.DOUBLE,
            DataType.UINT8,
            DataType.INT8,
            DataType.UINT16,
            DataType.INT16,
            DataType.UINT32,
            DataType.INT32,
            DataType.UINT64,
            DataType.INT64,
            DataType.BOOL);

    private FloatTypes() {}

    /**
     * Declares the only input and all outputs to be floats.
     *
     * @param graph the graph, changed in place
     * @param label the beginning of messages
     * @throws ForgeException when one of them is not of numbers
     */
    static void apply(GraphProto.Builder graph, String label) throws ForgeException {
        List<NodeProto> first = new ArrayList<>();
        List<NodeProto> last = new ArrayList<>();
        ValueInfoProto input = graph.getInput(0);
        if (needsCast(input, label)) {
            String inside = input.getName() + "/typed";
            Names.replaceUses(graph, input.getName(), inside);
            first.add(cast(input.getName(), inside, type(input)));
            graph.setInput(0, floats(input));
        }
        for (int i = 0; i < graph.getOutputCount(); i++) {
            ValueInfoProto output = graph.getOutput(i);
            if (needsCast(output, label)) {
                String inside = output.getName() + "/typed";
                Names.rename(graph, output.getName(), inside);
                last.add(cast(inside, output.getName(), FLOAT));
                graph.setOutput(i, floats(output));
            }
        }
        if (!first.isEmpty()) {
            first.addAll(graph.getNodeList());
            graph.clearNode().addAllNode(first);
        }
        graph.addAllNode(last);
    }

    private static boolean needsCast(ValueInfoProto value, String label) throws ForgeException {
        DataType type = DataType.forNumber(type(value));
        if (!value.getType().hasTensorType() || type != DataType.FLOAT && !NUMBERS.contains(type)) {
            throw new ForgeException(label + ": '" + value.getName() + "' is not a tensor of numbers (" + type + ")");
        }
        return type != DataType.FLOAT;
    }

    private static int type(ValueInfoProto value) {
        return value.getType().getTensorType().getElemType();
    }

    private static NodeProto cast(String from, String to, int type) {
        return NodeProto.newBuilder()
                .setOpType("Cast")
                .setName(to)
                .addInput(from)
                .addOutput(to)
                .addAttribute(Attributes.integer("to", type))
                .build();
    }

    private static ValueInfoProto floats(ValueInfoProto value) {
        ValueInfoProto.Builder floats = value.toBuilder();
        floats.getTypeBuilder().getTensorTypeBuilder().setElemType(FLOAT);
        return floats.build();
    }
}
