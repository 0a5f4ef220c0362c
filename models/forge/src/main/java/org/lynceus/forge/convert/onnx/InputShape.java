package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Tensors;

/** The shape of the only input: dimensions that the file leaves open can be fixed, the batch freed, the size changed. */
final class InputShape {
    private static final String PRIORS = "priors";
    private static final String FULLY_CONVOLUTIONAL = "none";

    private InputShape() {}

    /**
     * Gives the input the wanted shape.
     *
     * @param graph the graph, changed in place
     * @param request what it should look like
     * @throws ForgeException when the graph cannot take such an input
     */
    static void apply(GraphProto.Builder graph, GraphRequest request) throws ForgeException {
        ValueInfoProto input = graph.getInput(0);
        List<Long> stored = Tensors.shape(input);
        List<Long> wanted = request.shape().orElse(stored);
        if (wanted.equals(stored)) {
            return;
        }
        if (wanted.size() != stored.size() && !stored.isEmpty()) {
            throw new ForgeException(
                    request.label() + ": the shape " + wanted + " does not fit the stored one " + stored);
        }
        if (request.freeBatch() && !stored.isEmpty() && stored.get(0) > 0) {
            FreeBatch.apply(graph, stored.get(0), request.label());
            freeOutputs(graph, stored.get(0));
        }
        if (resized(stored, wanted)) {
            resize(graph, stored, wanted, request);
        }
        graph.setInput(0, declared(input, wanted));
    }

    private static boolean resized(List<Long> stored, List<Long> wanted) {
        for (int i = 1; i < stored.size(); i++) {
            if (stored.get(i) > 0 && !stored.get(i).equals(wanted.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static void resize(GraphProto.Builder graph, List<Long> stored, List<Long> wanted, GraphRequest request)
            throws ForgeException {
        int channels = request.layout() == Layout.NCHW ? 1 : stored.size() - 1;
        if (stored.get(channels) > 0 && !stored.get(channels).equals(wanted.get(channels))) {
            throw new ForgeException(request.label() + ": the shape " + wanted + " has another number of channels than"
                    + " the stored one " + stored);
        }
        if (FULLY_CONVOLUTIONAL.equals(request.options().get(PRIORS))) {
            forgetOutputSizes(graph);
        } else {
            PriorTable.of(request).replace(graph, stored, wanted);
        }
    }

    private static void freeOutputs(GraphProto.Builder graph, long batch) {
        for (ValueInfoProto.Builder output : graph.getOutputBuilderList()) {
            TensorShapeProto.Builder shape =
                    output.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
            if (shape.getDimCount() > 0 && shape.getDim(0).getDimValue() == batch) {
                shape.setDim(0, Dimension.newBuilder().setDimParam(Tensors.BATCH));
            }
        }
    }

    /** Leaves every dimension but the batch to ONNX Runtime. */
    private static void forgetOutputSizes(GraphProto.Builder graph) {
        for (ValueInfoProto.Builder output : graph.getOutputBuilderList()) {
            TensorShapeProto.Builder shape =
                    output.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
            for (int i = 1; i < shape.getDimCount(); i++) {
                shape.setDim(i, Dimension.newBuilder());
            }
        }
    }

    /** Free dimensions keep the name that they have: dimensions of one name are taken to be of one size. */
    private static ValueInfoProto declared(ValueInfoProto input, List<Long> wanted) {
        ValueInfoProto.Builder declared = input.toBuilder();
        TensorShapeProto.Builder shape =
                declared.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
        List<Dimension> stored = shape.getDimList();
        shape.clearDim();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i) >= 0) {
                shape.addDim(Dimension.newBuilder().setDimValue(wanted.get(i)));
            } else if (i < stored.size() && !stored.get(i).hasDimValue()) {
                shape.addDim(stored.get(i));
            } else {
                shape.addDim(i == 0 ? Dimension.newBuilder().setDimParam(Tensors.BATCH) : Dimension.newBuilder());
            }
        }
        return declared.build();
    }
}
