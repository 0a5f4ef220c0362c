package org.lynceus.gallerybuilder;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/**
 * A run of the command line.
 *
 * @param status what it ended with
 * @param out what it printed
 * @param err what it complained about
 */
record Shell(int status, String out, String err) {
    static Shell run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = GalleryTool.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Shell(status, out.toString(), err.toString());
    }
}
