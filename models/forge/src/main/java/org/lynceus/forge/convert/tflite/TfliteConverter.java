package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Converter;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/**
 * Converts TensorFlow Lite files.
 *
 * <p>Half-precision and quantised weights become single precision, and so do the values between the operators; the
 * input of a quantised graph takes the real values that its stored ones stand for ({@link TfliteInputs} tells which).
 * With the option {@code quantised = keep} quantised tensors stay integers instead, see {@link KeptIntegers}. The graph
 * computes channels-first; its input has the layout that the request wants, its outputs keep the shapes and
 * names of the file, as single-precision numbers. {@code TFLite_Detection_PostProcess} is cut off, see {@link
 * DetectionHead}.
 */
public final class TfliteConverter implements Converter {
    @Override
    public Converted convert(Weights weights, GraphRequest request) throws ForgeException {
        TfliteGraph graph = TfliteGraph.read(request.label(), weights.main());
        GraphBuilder onnx = new GraphBuilder(request.graph());
        onnx.reserve(graph.outputs().stream().map(TfliteTensor::name).toList());
        onnx.reserve(List.of(DetectionHead.BOXES, DetectionHead.SCORES));
        TfliteContext context = new TfliteContext(onnx, request.freeBatch(), keepsIntegers(request));
        for (TfliteTensor input : graph.inputs()) {
            input(input, context, request.layout());
        }
        Map<String, TfliteTensor> outputs = new LinkedHashMap<>();
        graph.outputs().forEach(output -> outputs.put(output.name(), output));
        Map<String, byte[]> files = new TreeMap<>();
        for (TfliteOperator operator : graph.operators()) {
            try {
                if (operator.name().equals(DetectionHead.OPERATOR)) {
                    files.put(DetectionHead.ANCHORS, DetectionHead.anchors(operator, context));
                    operator.outputs().forEach(output -> outputs.remove(output.name()));
                    outputs.putAll(new TreeMap<>(DetectionHead.cut(operator, context)).descendingMap());
                } else {
                    convert(operator, context);
                }
            } catch (ForgeException
                    | IndexOutOfBoundsException
                    | ArithmeticException
                    | NegativeArraySizeException
                    | IllegalArgumentException e) {
                throw new ForgeException(request.label() + ": " + operator + ": " + e.getMessage(), e);
            }
        }
        for (Map.Entry<String, TfliteTensor> output : outputs.entrySet()) {
            try {
                output(output.getKey(), output.getValue(), context);
            } catch (ForgeException e) {
                throw new ForgeException(request.label() + ": output: " + e.getMessage(), e);
            }
        }
        return new Converted(onnx.build(), files);
    }

    private static boolean keepsIntegers(GraphRequest request) throws ForgeException {
        String wanted = request.options().getOrDefault("quantised", "real");
        if (!wanted.equals("real") && !wanted.equals("keep")) {
            throw new ForgeException(request.label() + ": convert.quantised is 'real' or 'keep', not '" + wanted + "'");
        }
        return wanted.equals("keep");
    }

    /** Graphs are fed with floats; where the file wants whole numbers, they are cut off. */
    private static void input(TfliteTensor input, TfliteContext context, Layout layout) {
        boolean image = input.rank() == 4;
        context.onnx().input(input.name(), inputShape(context.shape(input), layout));
        Element element = Element.of(input);
        String value = element == Element.REAL
                ? input.name()
                : context.onnx()
                        .node(
                                "Cast",
                                input.name() + "/whole",
                                List.of(input.name()),
                                Attributes.integer("to", element.onnx()));
        context.define(input, value, image ? layout : Layout.NHWC);
    }

    private static void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        OpConverter converter = OpConverters.find(operator.name())
                .orElseThrow(() -> new ForgeException("there is no conversion for this operator"));
        if (operator.inputs().stream().allMatch(context::isSettled)) {
            operator.outputs().forEach(context::settle);
        }
        converter.convert(operator, context);
    }

    private static void output(String name, TfliteTensor output, TfliteContext context) throws ForgeException {
        String value = context.value(output);
        context.requireBatch(output, output.rank() > 0 && output.dim(0) == 1);
        Element element = Element.of(output);
        String real = element == Element.REAL
                ? value
                : context.onnx().node("Cast", name, List.of(value), Attributes.integer("to", Element.REAL.onnx()));
        context.onnx().output(real, name, context.shape(output));
    }

    private static List<Long> inputShape(List<Long> shape, Layout layout) {
        List<Long> ordered = new ArrayList<>(shape);
        if (shape.size() == 4 && layout == Layout.NCHW) {
            ordered.add(1, ordered.remove(3));
        }
        return ordered;
    }
}
