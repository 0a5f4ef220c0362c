package org.lynceus.rekognition;

import java.util.List;
import java.util.stream.Collectors;
import org.lynceus.rekognition.internal.Checker;
import org.lynceus.rekognition.internal.shape.ShapeIndex;

/**
 * Checks records against the constraints of the service model: required members, lengths, ranges, patterns (as full
 * matches) and enumerations. Thread-safe.
 */
public final class Constraints {
    private Constraints() {}

    /**
     * Finds what a record violates.
     *
     * @param record a wire record
     * @return the violations, in model order; at most 100, further ones are not collected
     * @throws IllegalArgumentException if the argument is no wire record
     */
    public static List<Violation> check(Record record) {
        Checker checker = new Checker();
        ShapeIndex.of(record.getClass()).check(record, checker);
        return checker.violations();
    }

    /**
     * Joins violations to the text of a {@code ValidationException}.
     *
     * @param violations what {@link #check} found, at least one
     * @return such as {@code 1 validation error detected: Value null at 'image' failed to satisfy constraint: Member
     *     must not be null}
     * @throws IllegalArgumentException if there is no violation
     */
    public static String message(List<Violation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("no violation");
        }
        String count = violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors";
        return violations.stream().map(Violation::message).collect(Collectors.joining("; ", count + " detected: ", ""));
    }
}
