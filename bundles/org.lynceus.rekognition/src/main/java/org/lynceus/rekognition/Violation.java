package org.lynceus.rekognition;

/**
 * A member whose value violates a constraint of the service model.
 *
 * @param path the place, in lower camel case and dotted, such as {@code image.s3Object.bucket}; elements of lists count
 *     from one, as AWS counts them: {@code tags.1.member}; empty for a whole body
 * @param value the value as text, cut to a bounded length; null when it is absent
 * @param constraint what the value must fulfil, such as {@code Member must not be null}
 */
public record Violation(String path, String value, String constraint) {

    /**
     * Writes the sentence that the service uses.
     *
     * @return such as {@code Value null at 'image' failed to satisfy constraint: Member must not be null}
     */
    public String message() {
        String shown = value == null ? "null" : "'" + value + "'";
        return "Value " + shown + " at '" + path + "' failed to satisfy constraint: " + constraint;
    }
}
