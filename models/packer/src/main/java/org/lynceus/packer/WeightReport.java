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
import org.lynceus.packer.source.Format;
import org.lynceus.packer.source.OnnxFile;
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
        Set<String> unknown = Set.of();
        if (file.format() == Format.ONNX) {
            ModelProto model = OnnxFile.parse(file);
            describe(model, lines);
            unknown = UnknownOperators.find(model);
        } else if (file.format() == Format.TFLITE) {
            Map<String, Integer> operators = TfliteOperators.count(file);
            lines.add("operators " + counts(operators));
            unknown = TfliteOperators.unknown(operators.keySet());
        }
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
