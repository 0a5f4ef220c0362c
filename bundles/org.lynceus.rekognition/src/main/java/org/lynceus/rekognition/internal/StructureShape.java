package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A structure: a JSON object and a record. A generated subclass knows how the record is taken apart and made. */
public abstract class StructureShape implements Shape {
    private final Class<? extends Record> type;
    private final Member[] members;
    private final Map<String, Integer> positions;

    protected StructureShape(Class<? extends Record> type, Member... members) {
        this.type = type;
        this.members = members.clone();
        this.positions = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            positions.put(members[i].name(), i);
        }
    }

    /** The value of the member at a position of the constructor's list. */
    protected abstract Object value(Record record, int member);

    /** Makes the record from the values of all members, null where absent. */
    protected abstract Record create(Object[] values);

    /** How many members there are. */
    final int memberCount() {
        return members.length;
    }

    /** The class of the record. */
    public final Class<? extends Record> type() {
        return type;
    }

    @Override
    public final Record read(JsonInput in) throws IOException {
        in.require(JsonToken.START_OBJECT, "an object");
        JsonParser parser = in.parser();
        Object[] values = new Object[members.length];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Integer position = positions.get(parser.currentName());
            JsonToken first = parser.nextToken();
            if (position == null) {
                parser.skipChildren();
            } else {
                values[position] = first == JsonToken.VALUE_NULL
                        ? null
                        : members[position].shape().read(in);
            }
        }
        return create(values);
    }

    @Override
    public final void write(Object value, JsonGenerator out) throws IOException {
        Record record = type.cast(value);
        out.writeStartObject();
        for (int i = 0; i < members.length; i++) {
            Object content = value(record, i);
            if (content != null) {
                out.writeFieldName(members[i].name());
                members[i].shape().write(content, out);
            }
        }
        out.writeEndObject();
    }

    @Override
    public final void check(Object value, Checker checker) {
        Record record = type.cast(value);
        for (int i = 0; i < members.length; i++) {
            Member member = members[i];
            Object content = value(record, i);
            if (content == null && !member.required()) {
                continue;
            }
            int mark = checker.enter(member.component());
            if (content == null) {
                checker.report(null, "Member must not be null");
            } else {
                member.shape().check(content, checker);
            }
            checker.leave(mark);
        }
    }
}
