package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** How values of one shape are read, written and checked. Immutable and thread-safe; values are never null. */
public interface Shape {

    /**
     * Reads the value whose first token is the parser's current one, and leaves the parser on its last token.
     *
     * @throws MismatchException if the token is of another type
     */
    Object read(JsonInput in) throws IOException;

    /** Writes a value of the type that {@link #read} returns. */
    void write(Object value, JsonGenerator out) throws IOException;

    /** Reports what the value violates, at the checker's current path. */
    void check(Object value, Checker checker);
}
