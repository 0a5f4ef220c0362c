package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;

/** CAST, and the operators that change nothing but the way in which reals are stored. */
final class Casting {
    private Casting() {}

    /** CAST. */
    static void cast(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        Layout layout = context.layout(input);
        context.define(output, cast(context, context.value(input, layout), Element.of(input), output), layout);
    }

    /**
     * Gives a value the type of a tensor.
     *
     * @param context the graph
     * @param value the value
     * @param from its type
     * @param output the tensor
     * @return the converted value; the value itself when it has that type
     */
    static String cast(TfliteContext context, String value, Element from, TfliteTensor output) {
        Element to = Element.of(output);
        return from == to
                ? value
                : context.onnx().node("Cast", output.name(), List.of(value), Attributes.integer("to", to.onnx()));
    }

    /** DEQUANTIZE, QUANTIZE, DENSIFY, FAKE_QUANT: the value stays what it is; of a constant, a constant. */
    static void same(TfliteOperator operator, TfliteContext context) throws ForgeException {
        context.same(operator.output(), operator.input(0));
    }
}
