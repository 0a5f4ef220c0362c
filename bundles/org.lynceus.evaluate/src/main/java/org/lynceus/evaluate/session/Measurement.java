package org.lynceus.evaluate.session;

import org.lynceus.evaluate.EvaluationException;
import org.lynceus.evaluate.report.Section;

/** A part of an evaluation whose labels are read. */
@FunctionalInterface
public interface Measurement {
    /**
     * Asks the server and compares.
     *
     * @return what was found
     * @throws EvaluationException when the server does not answer
     */
    Section measure() throws EvaluationException;
}
