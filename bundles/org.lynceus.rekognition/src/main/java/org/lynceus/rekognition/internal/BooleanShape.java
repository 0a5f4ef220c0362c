package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A flag: {@code true} or {@code false}. */
public final class BooleanShape implements Shape {

    @Override
    public Object read(JsonInput in) throws IOException {
        JsonToken token = in.parser().currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw new MismatchException("expected a boolean");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeBoolean((boolean) value);
    }

    @Override
    public void check(Object value, Checker checker) {
        // both values are allowed
    }
}
