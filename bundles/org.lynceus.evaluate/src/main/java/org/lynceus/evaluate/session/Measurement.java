package org.lynceus.evaluate.session;

import org.lynceus.client.ToolException;
import org.lynceus.client.report.Section;

/** A part of an evaluation whose labels are read. */
@FunctionalInterface
public interface Measurement {
    /**
     * Asks the server and compares.
     *
     * @return what was found
     * @throws ToolException when the server does not answer
     */
    Section measure() throws ToolException;
}
