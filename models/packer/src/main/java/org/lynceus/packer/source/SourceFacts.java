package org.lynceus.packer.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.forge.bundle.Labels;

/**
 * What a weight file says of itself beside its graph.
 *
 * @param settings keys of the description, without those of the graph's prefix, by key; empty where it says nothing
 * @param settingsFrom where the settings come from, for people
 * @param certain whether the file itself says so; otherwise it is what files of this format usually need
 * @param labels lists of names that it carries, by the place that they were found in
 * @param hint further words about its origin
 */
public record SourceFacts(
        Map<String, String> settings, String settingsFrom, boolean certain, Map<String, Labels> labels, String hint) {
    /** Copies the maps. */
    public SourceFacts {
        settings = Map.copyOf(settings);
        labels = Map.copyOf(labels);
    }

    /** The same facts of a graph whose input takes whole numbers: the bytes of a picture as they are. */
    public SourceFacts withBytes() {
        return new SourceFacts(Map.of("mean", "0", "scale", "1"), "the input takes whole numbers", true, labels, hint);
    }

    /**
     * The list of names that fits.
     *
     * @param counts numbers of names that would fit
     * @return the place and the list
     */
    public Optional<Map.Entry<String, Labels>> labelsFor(List<Integer> counts) {
        return labels.entrySet().stream()
                .filter(entry -> counts.contains(entry.getValue().lines().size()))
                .min(Map.Entry.comparingByKey());
    }
}
