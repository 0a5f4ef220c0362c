package org.lynceus.packer.source;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.SubGraph;

/** The operators of TensorFlow Lite files, and which of them have no conversion. */
public final class TfliteOperators {
    private static final List<String> BUILT_IN = Arrays.asList(BuiltinOperator.names);

    private TfliteOperators() {}

    /**
     * Counts the operators of a file.
     *
     * @param file a TensorFlow Lite file
     * @return how often each occurs, by its name
     * @throws ForgeException when it is damaged
     */
    public static Map<String, Integer> count(UserFile file) throws ForgeException {
        Map<String, Integer> counts = new TreeMap<>();
        byte[] bytes = file.weights().main();
        try {
            Model model = Model.getRootAsModel(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            SubGraph graph = model.subgraphs(0);
            for (int i = 0; i < graph.operatorsLength(); i++) {
                counts.merge(name(model.operatorCodes((int) graph.operators(i).opcodeIndex())), 1, Integer::sum);
            }
            return counts;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            throw new ForgeException(
                    file.path() + " is no TensorFlow Lite file, or it is damaged or cut off (" + bytes.length
                            + " bytes)",
                    e);
        }
    }

    /**
     * Asks the converter about each operator by a file of this one operator.
     *
     * @param names of operators
     * @return those that it does not know
     */
    public static Set<String> unknown(Set<String> names) {
        return names.stream()
                .filter(name -> Conversions.lacks(Format.TFLITE, single(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] single(String name) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int builtin = BUILT_IN.contains(name) ? BUILT_IN.indexOf(name) : BuiltinOperator.CUSTOM;
        int custom = builtin == BuiltinOperator.CUSTOM ? builder.createString(name) : 0;
        int code = OperatorCode.createOperatorCode(builder, (byte) Math.min(builtin, 127), custom, 1, builtin);
        int none = Operator.createInputsVector(builder, new int[0]);
        int operator = Operator.createOperator(builder, 0, none, none, (byte) 0, 0, 0, (byte) 0, 0, 0);
        int operators = SubGraph.createOperatorsVector(builder, new int[] {operator});
        int tensors = SubGraph.createTensorsVector(builder, new int[0]);
        int graph = SubGraph.createSubGraph(builder, tensors, none, none, operators, 0);
        int codes = Model.createOperatorCodesVector(builder, new int[] {code});
        int graphs = Model.createSubgraphsVector(builder, new int[] {graph});
        int buffers = Model.createBuffersVector(builder, new int[] {Buffer.createBuffer(builder, 0)});
        Model.finishModelBuffer(builder, Model.createModel(builder, 3, codes, graphs, 0, buffers, 0, 0, 0));
        return builder.sizedByteArray();
    }

    private static String name(OperatorCode code) {
        int builtin = Math.max(code.builtinCode(), code.deprecatedBuiltinCode());
        return builtin == BuiltinOperator.CUSTOM ? code.customCode() : BuiltinOperator.name(builtin);
    }
}
