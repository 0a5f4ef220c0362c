package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.onnx.Tensors;

/**
 * The constants of a detector graph that hold its prior boxes, replaced when the input gets another size.
 *
 * <p>Named by {@code convert.priors} (the family, {@code ultraface}), {@code convert.priors.centres} and {@code
 * convert.priors.extents} (comma lists of constants). The recomputed table of the stored size must equal the stored one
 * before anything is replaced.
 */
final class PriorTable {
    private static final float TOLERANCE = 1e-6f;

    private final String label;
    private final List<String> centres;
    private final List<String> extents;

    private PriorTable(String label, List<String> centres, List<String> extents) {
        this.label = label;
        this.centres = centres;
        this.extents = extents;
    }

    static PriorTable of(GraphRequest request) throws ForgeException {
        String family = request.options().get("priors");
        if (!"ultraface".equals(family)) {
            throw new ForgeException(request.label() + ": another input size needs convert.priors = none (for a fully"
                    + " convolutional graph) or ultraface, it is "
                    + (family == null ? "not set" : "'" + family + "'"));
        }
        return new PriorTable(request.label(), names(request, "priors.centres"), names(request, "priors.extents"));
    }

    /**
     * Replaces the tables and sets the number of boxes in the outputs.
     *
     * @param graph the graph, changed in place
     * @param stored the stored input shape, NCHW
     * @param wanted the wanted input shape, NCHW
     * @throws ForgeException when a table is missing or is not what is expected for the stored shape
     */
    void replace(GraphProto.Builder graph, List<Long> stored, List<Long> wanted) throws ForgeException {
        UltraFacePriors before = priors(stored);
        UltraFacePriors after = priors(wanted);
        for (String name : centres) {
            replace(graph, name, before.centres(), after.centres());
        }
        for (String name : extents) {
            replace(graph, name, before.extents(), after.extents());
        }
        for (int i = 0; i < graph.getOutputCount(); i++) {
            List<Long> shape = new ArrayList<>(Tensors.shape(graph.getOutput(i)));
            if (shape.size() == 3 && shape.get(1) == before.count()) {
                shape.set(1, (long) after.count());
                graph.setOutput(i, Tensors.declaration(graph.getOutput(i).getName(), shape));
            }
        }
    }

    private void replace(GraphProto.Builder graph, String name, float[] before, float[] after) throws ForgeException {
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            if (node.getOpType().equals("Constant") && node.getOutput(0).equals(name)) {
                AttributeProto.Builder value = node.getAttributeBuilder(0);
                requireEqual(name, Tensors.floats(value.getT()), before);
                value.setT(table(name, after));
                return;
            }
        }
        for (TensorProto.Builder constant : graph.getInitializerBuilderList()) {
            if (constant.getName().equals(name)) {
                requireEqual(name, Tensors.floats(constant.build()), before);
                constant.clear().mergeFrom(table(name, after));
                return;
            }
        }
        throw new ForgeException(label + ": there is no constant tensor '" + name + "' with priors");
    }

    private void requireEqual(String name, float[] stored, float[] computed) throws ForgeException {
        int mismatch = Arrays.mismatch(stored, computed);
        if (stored.length != computed.length) {
            throw new ForgeException(label + ": the prior tensor '" + name + "' has " + stored.length + " values, "
                    + computed.length + " were expected");
        }
        for (int i = Math.max(mismatch, 0); i < stored.length; i++) {
            if (Math.abs(stored[i] - computed[i]) > TOLERANCE) {
                throw new ForgeException(label + ": value " + i + " of the prior tensor '" + name + "' is " + stored[i]
                        + ", " + computed[i] + " was expected");
            }
        }
    }

    private static TensorProto table(String name, float[] values) {
        return Tensors.floats(name, values, 1, values.length / 2, 2);
    }

    private static UltraFacePriors priors(List<Long> shape) {
        return UltraFacePriors.of(Math.toIntExact(shape.get(3)), Math.toIntExact(shape.get(2)));
    }

    private static List<String> names(GraphRequest request, String option) throws ForgeException {
        String names = request.options().get(option);
        if (names == null || names.isBlank()) {
            throw new ForgeException(request.label() + ": the key 'convert." + option + "' is missing");
        }
        return Arrays.stream(names.split(",")).map(String::strip).toList();
    }
}
