package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A 32-bit float: a JSON number, written as the double of the same value. */
public final class FloatShape implements Shape {
    private final Range range;

    public FloatShape(Range range) {
        this.range = range;
    }

    @Override
    public Object read(JsonInput in) throws IOException {
        in.requireNumber();
        float value = in.parser().getFloatValue();
        if (!Float.isFinite(value)) {
            throw new MismatchException("a number out of range");
        }
        return value;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        float number = (float) value;
        if (!Float.isFinite(number)) {
            throw new MismatchException("a float that is not finite: " + number);
        }
        out.writeNumber(Double.toString(number));
    }

    @Override
    public void check(Object value, Checker checker) {
        range.checkValue((float) value, value, checker);
    }
}
