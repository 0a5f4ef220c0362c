package org.lynceus.inference.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text file with the name of a class in each line. */
final class LabelFile {
    /** The most bytes that such a file may have. */
    static final int MOST_BYTES = 4 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_LABELS = 100_000;

    private LabelFile() {}

    /**
     * Reads the names.
     *
     * @param bytes UTF-8, lines ended by {@code \n} or {@code \r\n}; one empty line at the end does not count, all other
     *     lines are names as they are, be they blank
     * @throws IllegalArgumentException when it is no such text
     */
    static List<String> parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not a text in UTF-8", e);
        }
        List<String> labels = new ArrayList<>();
        int begin = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            boolean carriage = end > begin && text.charAt(end - 1) == '\r';
            labels.add(text.substring(begin, carriage ? end - 1 : end));
            begin = end + 1;
            if (labels.size() > MOST_LABELS) {
                throw new IllegalArgumentException("has more than " + MOST_LABELS + " lines");
            }
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("has no labels");
        }
        return labels;
    }
}
