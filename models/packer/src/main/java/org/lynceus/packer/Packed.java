package org.lynceus.packer;

import java.nio.file.Path;
import java.util.List;
import org.lynceus.packer.family.Family;
import org.lynceus.packer.family.Setting;

/**
 * A bundle that was written.
 *
 * @param jar where it lies
 * @param id of its model
 * @param family what the graph was recognised as
 * @param assumed what nobody stated
 */
record Packed(Path jar, String id, Family family, List<Setting> assumed) {
    /** Copies the list. */
    Packed {
        assumed = List.copyOf(assumed);
    }

    /** What a user should know, in lines. */
    List<String> summary() {
        return Summary.of(this);
    }
}
