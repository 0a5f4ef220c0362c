package org.lynceus.evaluate.session;

import java.util.Optional;
import org.lynceus.client.ToolException;

/** A part of an evaluation: reads what people say, so that mistakes in files are told before the server is asked. */
@FunctionalInterface
public interface Part {
    /**
     * Reads the label files of the part.
     *
     * @return what measures; empty when the folder holds nothing for this part
     * @throws ToolException when a label file is wrong or a picture missing
     */
    Optional<Measurement> read(Session session) throws ToolException;
}
