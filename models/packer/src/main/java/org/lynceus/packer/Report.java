package org.lynceus.packer;

import java.util.List;

/**
 * What a check found.
 *
 * @param lines for people
 * @param fine whether a server takes the bundle, or the file can be packed
 */
record Report(List<String> lines, boolean fine) {
    /** Copies the lines. */
    Report {
        lines = List.copyOf(lines);
    }
}
