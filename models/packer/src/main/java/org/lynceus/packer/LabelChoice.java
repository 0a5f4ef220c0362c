package org.lynceus.packer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.bundle.Labels;
import org.lynceus.packer.family.Family;
import org.lynceus.packer.source.CocoLabels;
import org.lynceus.packer.source.SourceFacts;
import org.lynceus.packer.source.UserFile;

/**
 * The names of a model's classes, and where they come from.
 *
 * @param labels the names
 * @param from the place, for people; empty when the user named it
 */
record LabelChoice(Labels labels, String from) {
    /** The names that the user brought. */
    static Optional<Labels> own(PackRequest request) throws ForgeException {
        return request.labels().isEmpty()
                ? Optional.empty()
                : Optional.of(Labels.parse(
                        request.labels().get().toString(),
                        UserFile.bytes(request.labels().get())));
    }

    /**
     * Finds the names for a family.
     *
     * @param label the beginning of messages
     * @throws ForgeException when there are none, or not as many as classes
     */
    static Optional<LabelChoice> of(String label, Family family, Optional<Labels> own, SourceFacts facts)
            throws ForgeException {
        OptionalInt classes = family.classes();
        if (own.isPresent()) {
            if (classes.isPresent()
                    && !counts(family).contains(own.get().lines().size())) {
                throw new ForgeException(label + " has " + classes.getAsInt() + " classes, but the labels have "
                        + own.get().lines().size() + " lines" + needed(family));
            }
            return Optional.of(new LabelChoice(own.get(), ""));
        }
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map.Entry<String, Labels>> found = facts.labelsFor(counts(family));
        if (found.isPresent()) {
            return Optional.of(
                    new LabelChoice(found.get().getValue(), found.get().getKey()));
        }
        Optional<Labels> names = known(family);
        if (names.isEmpty()) {
            throw new ForgeException(label + " has " + classes.getAsInt() + " classes" + needed(family)
                    + ": name them, one per line, with "
                    + (family.decoder().equals("ctc") ? "--dictionary FILE" : "--labels FILE"));
        }
        return Optional.of(new LabelChoice(names.get(), "the " + classes.getAsInt() + " classes of COCO"));
    }

    /** Names that a public detector of so many classes has. */
    private static Optional<Labels> known(Family family) {
        return family.decoder().equals("classification") || family.decoder().equals("ctc")
                ? Optional.empty()
                : CocoLabels.of(family.classes().orElse(0));
    }

    private static List<Integer> counts(Family family) {
        int classes = family.classes().orElse(0);
        return family.decoder().equals("ctc") ? List.of(classes - 2, classes - 1) : List.of(classes);
    }

    private static String needed(Family family) {
        int classes = family.classes().orElse(0);
        return family.decoder().equals("ctc")
                ? " (a blank, " + (classes - 2) + " or " + (classes - 1) + " characters, perhaps a space)"
                : "";
    }
}
