package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Text: a JSON string. Its length counts Unicode code points; its pattern, if it has one, must match all of it. */
public final class StringShape implements Shape {
    /** Text without a maximum length is matched up to this many code points; longer text counts as not matching. */
    static final int UNBOUNDED_PATTERN_LIMIT = 4096;

    private final Range length;
    private final Pattern pattern;
    private final List<String> allowed;

    private StringShape(Range length, Pattern pattern, List<String> allowed) {
        this.length = length;
        this.pattern = pattern;
        this.allowed = allowed;
    }

    /** Text of a constrained length. */
    public static Shape text(Range length) {
        return new StringShape(length, null, null);
    }

    /** Text of a constrained length that a regular expression matches in full. */
    public static Shape matching(Range length, String pattern) {
        return new StringShape(length, Pattern.compile(pattern), null);
    }

    /** One of the given values. */
    public static Shape oneOf(List<String> values) {
        return new StringShape(Range.ANY, null, List.copyOf(values));
    }

    @Override
    public Object read(JsonInput in) throws IOException {
        in.require(JsonToken.VALUE_STRING, "a string");
        return UnicodeText.require(in.parser().getText());
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeString(UnicodeText.require((String) value));
    }

    @Override
    public void check(Object value, Checker checker) {
        String text = (String) value;
        if (allowed != null) {
            if (!allowed.contains(text)) {
                checker.report(value, "Member must satisfy enum value set: " + allowed);
            }
            return;
        }
        int points = text.codePointCount(0, text.length());
        boolean fits = length.checkLength(points, value, checker);
        if (fits && pattern != null && !matches(text, points)) {
            checker.report(value, "Member must satisfy regular expression pattern: " + pattern.pattern());
        }
    }

    private boolean matches(String text, int points) {
        return (length.hasMax() || points <= UNBOUNDED_PATTERN_LIMIT)
                && pattern.matcher(text).matches();
    }
}
