package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A map with string keys: a JSON object. Keeps the order of its entries. */
public final class MapShape implements Shape {
    private final Range length;
    private final Shape key;
    private final Shape value;

    public MapShape(Range length, Shape key, Shape value) {
        this.length = length;
        this.key = key;
        this.value = value;
    }

    @Override
    public Object read(JsonInput in) throws IOException {
        in.require(JsonToken.START_OBJECT, "an object");
        JsonParser parser = in.parser();
        Map<String, Object> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = UnicodeText.require(parser.currentName());
            parser.nextToken();
            in.beginElement();
            entries.put(name, value.read(in));
        }
        return entries;
    }

    @Override
    public void write(Object map, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            out.writeFieldName(UnicodeText.require((String) entry.getKey()));
            value.write(entry.getValue(), out);
        }
        out.writeEndObject();
    }

    @Override
    public void check(Object map, Checker checker) {
        Map<?, ?> entries = (Map<?, ?>) map;
        length.checkLength(entries.size(), map, checker);
        checkAll("Map keys", map, checker, parts -> entries.keySet().forEach(k -> key.check(k, parts)));
        checkAll("Map value", map, checker, parts -> entries.values().forEach(v -> value.check(v, parts)));
    }

    /** Reports the constraints that any key, or any value, violates as one violation of the map, as the service does. */
    private static void checkAll(String what, Object map, Checker checker, Consumer<Checker> checks) {
        Checker parts = new Checker();
        checks.accept(parts);
        if (!parts.violations().isEmpty()) {
            String constraints = parts.violations().stream()
                    .map(v -> v.constraint())
                    .distinct()
                    .collect(Collectors.joining(", ", "[", "]"));
            checker.report(map, what + " must satisfy constraint: " + constraints);
        }
    }
}
