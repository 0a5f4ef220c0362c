package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;

/** A parser and the array that it parses. Used by one thread for one body. */
public final class JsonInput {
    /** The most elements of lists and maps in one body: far more than any request needs, and a bound on memory. */
    static final int MAX_ELEMENTS = 250_000;

    private final JsonParser parser;
    private final byte[] body;
    private final boolean plain;
    private int elements;

    /**
     * Wraps a parser that has not begun.
     *
     * @param parser the parser
     * @param body the parser's whole input
     */
    JsonInput(JsonParser parser, byte[] body) {
        this.parser = parser;
        this.body = body;
        // Anything else may be UTF-16, or follow a byte order mark, which the parser's offsets do not count.
        this.plain = body.length > 1 && body[0] == '{' && body[1] != 0;
    }

    JsonParser parser() {
        return parser;
    }

    void require(JsonToken token, String what) throws MismatchException {
        if (parser.currentToken() != token) {
            throw new MismatchException("expected " + what);
        }
    }

    void requireNumber() throws MismatchException {
        if (!parser.currentToken().isNumeric()) {
            throw new MismatchException("expected a number");
        }
    }

    /** Counts an element of a list or map whose first token is the current one; elements are never null. */
    void beginElement() throws MismatchException {
        if (++elements > MAX_ELEMENTS) {
            throw new MismatchException("too many elements");
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            throw new MismatchException("null is not allowed here");
        }
    }

    /** Decodes the current string token as padded base64 of the standard alphabet. */
    ByteBuffer readBase64() throws IOException {
        ByteBuffer decoded = decodeInPlace();
        return decoded != null ? decoded : decodeText(parser.getText());
    }

    private static ByteBuffer decodeText(String text) throws MismatchException {
        if (text.length() % 4 == 0) {
            try {
                return ByteBuffer.wrap(Base64.getDecoder().decode(text));
            } catch (IllegalArgumentException invalid) {
                throw new MismatchException("invalid base64", invalid);
            }
        }
        throw new MismatchException("invalid base64");
    }

    /**
     * Decodes directly from the body, several times as fast as through text. Returns null, and leaves the work to
     * {@link #decodeText}, where that cannot be done: for escapes (some clients escape every slash), for bodies that are
     * not plain UTF-8, and for errors.
     */
    private ByteBuffer decodeInPlace() {
        long quote = parser.currentTokenLocation().getByteOffset();
        if (!plain || quote < 0 || quote >= body.length || body[(int) quote] != '"') {
            return null;
        }
        int start = (int) quote + 1;
        int end = start;
        while (end < body.length && body[end] != '"' && body[end] != '\\') {
            end++;
        }
        if (end == body.length || body[end] != '"' || (end - start) % 4 != 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(ByteBuffer.wrap(body, start, end - start));
        } catch (IllegalArgumentException notPlain) {
            return null;
        }
    }
}
