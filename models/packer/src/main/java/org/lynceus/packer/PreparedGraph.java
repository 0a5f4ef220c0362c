package org.lynceus.packer;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Converters;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Rewrites;
import org.lynceus.forge.onnx.Tensors;
import org.lynceus.packer.family.RoleRules;
import org.lynceus.packer.graph.Output;
import org.lynceus.packer.graph.PictureInput;
import org.lynceus.packer.graph.Trial;
import org.lynceus.packer.source.Format;
import org.lynceus.packer.source.OnnxFile;
import org.lynceus.packer.source.SourceFacts;
import org.lynceus.packer.source.UserFile;

/**
 * A user's graph, converted and tried.
 *
 * @param file where it comes from
 * @param facts what the file says of itself
 * @param model the graph as the platform runs it
 * @param stored its input as the file declares it
 * @param input its input as the platform feeds it, −1 where free
 * @param tried the input of the run on noise
 * @param outputs of that run
 * @param files further files of the bundle that the conversion gave
 */
record PreparedGraph(
        UserFile file,
        SourceFacts facts,
        ModelProto model,
        PictureInput stored,
        PictureInput input,
        PictureInput tried,
        List<Output> outputs,
        Map<String, byte[]> files) {
    private static final int TRIED_LINE = 320;
    private static final int BYTES = 255;

    /** Converts a file and runs it. */
    static PreparedGraph of(UserFile file, RoleRules rules, PackRequest request) throws ForgeException {
        String label = file.path().getFileName().toString();
        SourceFacts facts = file.facts();
        Converted source = file.format() == Format.ONNX
                ? Converted.of(OnnxFile.parse(file))
                : convert(label, file.format(), file.weights(), declared(file, request), Layout.NHWC, Map.of());
        Map<String, String> options = new HashMap<>();
        request.constants(OnnxFile.inputs(source.graph().getGraph()))
                .forEach((name, value) -> options.put("constant." + name, value));
        List<ValueInfoProto> inputs = OnnxFile.inputs(source.graph().getGraph()).stream()
                .filter(input -> !options.containsKey("constant." + input.getName()))
                .filter(input ->
                        request.outputs().isEmpty() || Tensors.shape(input).size() == PictureInput.RANK)
                .toList();
        if (!request.outputs().isEmpty()) {
            options.put("outputs", String.join(",", request.outputs()));
        }
        PictureInput stored = PictureInput.of(label, inputs, layout(request));
        PictureInput input = sized(label, stored, rules, request);
        ModelProto model = Rewrites.apply(reshape(label, source.graph(), input, options));
        PictureInput tried = input.sized(TRIED_LINE, TRIED_LINE);
        boolean bytes = file.format() == Format.ONNX && PictureInput.wholeNumbers(inputs.get(0));
        List<Output> outputs = Trial.run(label, model.toByteArray(), tried, bytes ? BYTES : 1);
        return new PreparedGraph(
                file, bytes ? facts.withBytes() : facts, model, stored, input, tried, outputs, source.files());
    }

    /** Networks of dlib may leave their size to be declared; other files bring it. */
    private static Optional<List<Long>> declared(UserFile file, PackRequest request) {
        return file.format() == Format.DLIB
                ? request.size().map(size -> List.of(1L, (long) size.get(1), (long) size.get(0), 3L))
                : Optional.empty();
    }

    private static ModelProto reshape(String label, ModelProto model, PictureInput input, Map<String, String> options)
            throws ForgeException {
        Weights weights = new Weights(model.toByteArray());
        return convert(label, Format.ONNX, weights, Optional.of(input.shape()), input.layout(), options)
                .graph();
    }

    private static Converted convert(
            String label,
            Format format,
            Weights weights,
            Optional<List<Long>> shape,
            Layout layout,
            Map<String, String> options)
            throws ForgeException {
        GraphRequest wanted = new GraphRequest(label, "main", shape, layout, options);
        try {
            return Converters.of(format.converter()).convert(weights, wanted);
        } catch (ForgeException e) {
            String words = e.getMessage().replace(wanted.label(), label).replace("convert.constant.", "--constant ");
            throw new ForgeException(words.replace("convert.outputs", "--outputs"), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ForgeException(label + " is damaged: " + e.getMessage(), e);
        }
    }

    private static PictureInput sized(String label, PictureInput stored, RoleRules rules, PackRequest request)
            throws ForgeException {
        int columns = request.size().map(size -> size.get(0)).orElse(rules.width());
        int rows = request.size().map(size -> size.get(1)).orElse(rules.height());
        PictureInput sized = stored.sized(rows, columns);
        if (request.size().isPresent() && (sized.height() != rows || sized.width() != columns)) {
            throw new ForgeException(label + " takes pictures of " + sized.width() + "x" + sized.height()
                    + " only: --size " + columns + "x" + rows + " does not fit");
        }
        return sized;
    }

    private static Optional<Layout> layout(PackRequest request) throws ForgeException {
        String layout = request.stated().get("graph.*.layout");
        if (layout == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Layout.valueOf(layout.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ForgeException("--layout is NCHW or NHWC, not " + layout, e);
        }
    }

    /** This graph with some of its outputs only, in their order. */
    PreparedGraph keep(List<String> names) throws ForgeException {
        List<String> all = model.getGraph().getOutputList().stream()
                .map(ValueInfoProto::getName)
                .toList();
        if (all.equals(names)) {
            return this;
        }
        ModelProto cut =
                reshape(file.path().getFileName().toString(), model, input, Map.of("outputs", String.join(",", names)));
        return new PreparedGraph(file, facts, cut, stored, input, tried, outputs, files);
    }

    /** The operators that compute the outputs; a change of the axes or the type does not count. */
    Map<String, String> makers() {
        GraphProto graph = model.getGraph();
        Map<String, NodeProto> nodes = new HashMap<>();
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(name -> nodes.put(name, node)));
        Map<String, String> makers = new HashMap<>();
        for (ValueInfoProto output : graph.getOutputList()) {
            NodeProto node = nodes.get(output.getName());
            while (node != null
                    && List.of("Cast", "Reshape", "Transpose", "Identity", "Squeeze", "Flatten")
                            .contains(node.getOpType())) {
                node = nodes.get(node.getInput(0));
            }
            makers.put(output.getName(), node == null ? "" : node.getOpType());
        }
        return makers;
    }

    /** Whether the graph begins with a subtraction and a multiplication of the picture, as exports of MXNet do. */
    boolean normalisedInside() {
        List<NodeProto> nodes = model.getGraph().getNodeList();
        Optional<NodeProto> difference =
                using(nodes, input.name()).filter(node -> node.getOpType().equals("Sub"));
        return difference
                .flatMap(node -> using(nodes, node.getOutput(0)))
                .filter(node -> node.getOpType().equals("Mul"))
                .isPresent();
    }

    private static Optional<NodeProto> using(List<NodeProto> nodes, String value) {
        return nodes.stream()
                .filter(node -> node.getInputList().contains(value))
                .findFirst();
    }
}
