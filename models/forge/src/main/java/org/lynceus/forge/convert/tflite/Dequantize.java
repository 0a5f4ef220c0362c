package org.lynceus.forge.convert.tflite;

import org.lynceus.forge.ForgeException;

/** DEQUANTIZE of a half-precision constant: the way in which small weight files are stored. Becomes a constant. */
final class Dequantize implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        if (!context.isConstant(input)) {
            throw new ForgeException(input + " is not a constant");
        }
        context.define(operator.output(), context.constant(input));
    }
}
