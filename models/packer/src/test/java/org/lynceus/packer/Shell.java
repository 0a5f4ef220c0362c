package org.lynceus.packer;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

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
        List<String> arguments = new ArrayList<>();
        for (Object word : words) {
            arguments.add(word.toString());
        }
        int status = ModelTool.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Shell(status, out.toString(), err.toString());
    }
}
