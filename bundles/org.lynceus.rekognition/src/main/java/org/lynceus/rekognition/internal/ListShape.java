package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list: a JSON array whose elements are all of one shape and never null. */
public final class ListShape implements Shape {
    private final Range length;
    private final Shape element;

    public ListShape(Range length, Shape element) {
        this.length = length;
        this.element = element;
    }

    @Override
    public Object read(JsonInput in) throws IOException {
        in.require(JsonToken.START_ARRAY, "an array");
        JsonParser parser = in.parser();
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            in.beginElement();
            elements.add(element.read(in));
        }
        return elements;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object content : (List<?>) value) {
            element.write(content, out);
        }
        out.writeEndArray();
    }

    @Override
    public void check(Object value, Checker checker) {
        List<?> elements = (List<?>) value;
        length.checkLength(elements.size(), value, checker);
        for (int i = 0; i < elements.size() && !checker.isFull(); i++) {
            int mark = checker.enter((i + 1) + ".member");
            element.check(elements.get(i), checker);
            checker.leave(mark);
        }
    }
}
