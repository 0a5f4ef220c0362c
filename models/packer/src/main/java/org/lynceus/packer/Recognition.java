package org.lynceus.packer;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lynceus.forge.bundle.Labels;
import org.lynceus.packer.family.Evidence;
import org.lynceus.packer.family.Family;
import org.lynceus.packer.family.Setting;

/** What is known of a graph before its family is guessed, and what its description says after that. */
final class Recognition {
    /** Stands for the option, there is no such key. */
    static final String SIZE = "size";

    /** Decoders of families without exports of their own, fed as is usual for their format. */
    private static final Set<String> USUAL_FOR = Set.of("classification", "ssd", "efficientdet");

    private Recognition() {}

    /** What is known of a graph. */
    static Evidence evidence(PreparedGraph graph, PackRequest request, Optional<Labels> own) {
        int fromFile = graph.facts().labels().values().stream()
                .mapToInt(labels -> labels.lines().size())
                .findFirst()
                .orElse(0);
        int count = own.map(labels -> labels.lines().size()).orElse(fromFile);
        return new Evidence(
                graph.facts().hint() + " " + graph.file().path().getFileName(),
                graph.tried(),
                graph.input().free(),
                graph.outputs(),
                graph.makers(),
                count == 0 ? OptionalInt.empty() : OptionalInt.of(count),
                graph.normalisedInside(),
                graph.files().keySet().stream().anyMatch(name -> name.startsWith("anchors")),
                request.stated());
    }

    /** Writes how the graph is fed and read: the user's word first, then the file's, then the family's. */
    static void describe(Draft draft, String name, PreparedGraph graph, Family family, boolean sized) {
        draft.assume(new Setting("decoder", family.decoder(), family.title() + ": " + family.reason()));
        draft.assume(
                name,
                new Setting(
                        Setting.GRAPH + "layout",
                        graph.input().layout().name(),
                        "the input is " + graph.input().name() + " "
                                + graph.input().shape()));
        if (graph.stored().free() && !sized) {
            draft.note(new Setting(
                    SIZE,
                    graph.input().free()
                            ? "any"
                            : graph.input().width() + "x" + graph.input().height(),
                    "the file leaves the size free"));
        }
        if (graph.input().channels() == 1) {
            draft.assume(name, new Setting(Setting.GRAPH + "color", "GRAY", "the input has one channel"));
        }
        boolean usual = USUAL_FOR.contains(family.decoder());
        graph.facts().settings().entrySet().stream()
                .filter(fact -> graph.facts().certain() || usual)
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> draft.assume(
                        name,
                        new Setting(
                                Setting.GRAPH + fact.getKey(),
                                fact.getValue(),
                                graph.facts().settingsFrom())));
        for (Setting setting : family.settings()) {
            if (setting.key().startsWith(Setting.GRAPH)) {
                draft.assume(name, setting);
            } else {
                draft.assume(setting);
            }
        }
        draft.stateForGraph(name);
    }
}
