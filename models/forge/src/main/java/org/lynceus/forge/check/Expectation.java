package org.lynceus.forge.check;

import org.lynceus.forge.ForgeException;

/** What a golden expects of one output. */
sealed interface Expectation permits Summary, Peak {
    /**
     * Compares an output with what was recorded.
     *
     * @param label the beginning of messages, naming the output
     * @param values the output, row-major
     * @throws ForgeException when it deviates by more than is allowed
     */
    void require(String label, float[] values) throws ForgeException;
}
