package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A 32-bit integer: a JSON number without fraction and exponent. */
public final class IntegerShape implements Shape {
    private final Range range;

    public IntegerShape(Range range) {
        this.range = range;
    }

    @Override
    public Object read(JsonInput in) throws IOException {
        in.require(JsonToken.VALUE_NUMBER_INT, "an integer");
        return in.parser().getIntValue();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeNumber((int) value);
    }

    @Override
    public void check(Object value, Checker checker) {
        range.checkValue((int) value, value, checker);
    }
}
