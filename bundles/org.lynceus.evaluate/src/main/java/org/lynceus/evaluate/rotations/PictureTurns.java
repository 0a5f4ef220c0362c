package org.lynceus.evaluate.rotations;

import java.util.List;
import java.util.Optional;

/**
 * A picture in its four directions.
 *
 * @param turned one for each direction, upright first; empty when refused
 * @param refusal why the picture could not be measured
 */
record PictureTurns(List<Turned> turned, Optional<String> refusal) {
    /** Copies the list. */
    PictureTurns {
        turned = List.copyOf(turned);
    }
}
