package org.lynceus.rekognition.internal;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.rekognition.Violation;

/** Collects the violations of one record, and knows the path of the member under check. Not thread-safe. */
public final class Checker {
    /** The most violations that are collected. */
    public static final int LIMIT = 100;

    private final List<Violation> violations = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();

    /** What was found so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Goes down to a part; the result is for {@link #leave}. */
    int enter(String part) {
        int mark = path.length();
        if (mark > 0) {
            path.append('.');
        }
        path.append(part);
        return mark;
    }

    /** Goes back to where {@link #enter} came from. */
    void leave(int mark) {
        path.setLength(mark);
    }

    /** Whether further violations would not be collected. */
    boolean isFull() {
        return violations.size() >= LIMIT;
    }

    /** Adds a violation at the current path. */
    void report(Object value, String constraint) {
        if (!isFull()) {
            violations.add(new Violation(path.toString(), ShownValue.of(value), constraint));
        }
    }
}
