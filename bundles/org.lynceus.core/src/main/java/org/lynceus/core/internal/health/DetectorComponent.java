package org.lynceus.core.internal.health;

import java.util.List;

/**
 * An installed detector and what keeps it from being there.
 *
 * @param type name of its analysis type
 * @param bundle symbolic name of its bundle
 * @param state such as {@code active}
 * @param problems phrases that complete "the detector …"; empty when it can be asked
 */
public record DetectorComponent(String type, String bundle, String state, List<String> problems) {
    /** Copies the list. */
    public DetectorComponent {
        problems = List.copyOf(problems);
    }
}
