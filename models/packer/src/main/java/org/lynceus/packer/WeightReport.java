package org.lynceus.packer;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.graph.PictureInput;
import org.lynceus.packer.graph.UnknownOperators;
import org.lynceus.packer.source.OnnxFile;
import org.lynceus.packer.source.TfjsOperators;
import org.lynceus.packer.source.TfliteOperators;
import org.lynceus.packer.source.UserFile;

/** Explains a weight file: format, inputs, outputs, operators, what it may be, and how it is packed. */
final class WeightReport {
    private WeightReport() {}

    static Report of(UserFile file, String command) throws ForgeException {
        List<String> lines = new ArrayList<>();
        lines.add("format    " + file.format() + ", " + file.weights().main().length + " bytes"
                + (file.weights().parts().isEmpty()
                        ? ""
                        : " and " + file.weights().parts().size() + " files with weights"));
        Set<String> unknown = operators(file, lines);
        file.facts()
                .labels()
                .forEach((place, labels) ->
                        lines.add("names     " + labels.lines().size() + " in " + place));
        if (!unknown.isEmpty()) {
            lines.add("");
            lines.add("It cannot be packed: there is no conversion for the operators " + String.join(", ", unknown)
                    + ".");
            return new Report(lines, false);
        }
        return Proposals.add(file, command, lines);
    }

    /** Adds what the graph is made of, and gives the operators that nobody can run. */
    private static Set<String> operators(UserFile file, List<String> lines) throws ForgeException {
        switch (file.format()) {
            case ONNX -> {
                ModelProto model = OnnxFile.parse(file);
                describe(model, lines);
                return UnknownOperators.find(model);
            }
            case TFLITE -> {
                Map<String, Integer> operators = TfliteOperators.count(file);
                lines.add("operators " + counts(operators));
                return TfliteOperators.unknown(operators.keySet());
            }
            case TFJS -> {
                lines.add("operators " + counts(TfjsOperators.count(file)));
                return TfjsOperators.unknown(file);
            }
            default -> {
                return Set.of();
            }
        }
    }

    private static void describe(ModelProto model, List<String> lines) {
        lines.add("opset     "
                + model.getOpsetImportList().stream().map(WeightReport::opset).collect(Collectors.joining(", "))
                + (model.getProducerName().isEmpty() ? "" : ", written by " + model.getProducerName()));
        OnnxFile.inputs(model.getGraph()).forEach(input -> lines.add("input     " + described(input)));
        model.getGraph().getOutputList().forEach(output -> lines.add("output    " + described(output)));
        lines.add("operators " + counts(UnknownOperators.count(model)));
    }

    private static String opset(OperatorSetIdProto opset) {
        return (opset.getDomain().isEmpty() ? "" : opset.getDomain() + " ") + opset.getVersion();
    }

    private static String described(ValueInfoProto value) {
        return value.getName() + " " + PictureInput.written(value);
    }

    private static String counts(Map<String, Integer> operators) {
        return operators.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
