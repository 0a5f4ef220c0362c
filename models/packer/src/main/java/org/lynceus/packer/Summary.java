package org.lynceus.packer;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.packer.family.Setting;

/** What is told about a bundle that was written. */
final class Summary {
    private static final int WIDTH = 34;

    private Summary() {}

    static List<String> of(Packed packed) {
        List<String> lines = new ArrayList<>();
        lines.add(packed.family().title() + ": " + packed.family().reason() + ".");
        lines.add("");
        lines.add("Assumed, since nobody said otherwise (the option that states it: why):");
        for (Setting setting : packed.assumed()) {
            if (setting.key().equals("labels")) {
                lines.add("  " + padded("--labels FILE") + " " + setting.value());
            } else {
                lines.add("  " + padded(Options.stating(setting.key(), setting.value())) + " " + setting.why());
            }
        }
        lines.add("");
        if (packed.assumed().stream().anyMatch(setting -> setting.key().equals("similarity.slope"))) {
            lines.add(
                    "Similarity is not calibrated: fit similarity = 100 / (1 + exp(-slope * (cosine - midpoint))) to cosines of"
                            + " pairs of the same and of different people, and state slope and midpoint.");
        }
        if (packed.assumed().stream().anyMatch(setting -> setting.key().equals("licence.weights"))) {
            lines.add("The licence of the weights is not stated; --licence TEXT says it, lynceus:models shows it.");
        }
        lines.add("Wrote " + packed.jar() + ", model '" + packed.id() + "'.");
        return lines;
    }

    private static String padded(String text) {
        return text.length() >= WIDTH ? text + " " : text + " ".repeat(WIDTH - text.length());
    }
}
