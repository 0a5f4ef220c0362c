package org.lynceus.packer.family;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.lynceus.packer.graph.Output;

/**
 * What a graph was recognised as.
 *
 * @param title the family, for people
 * @param reason what it was recognised by
 * @param decoder the decoder that reads its outputs
 * @param outputs those that the decoder needs, in its order
 * @param classes names that the decoder needs; empty when it needs none
 * @param settings further keys of the description
 */
public record Family(
        String title,
        String reason,
        String decoder,
        List<Output> outputs,
        OptionalInt classes,
        List<Setting> settings) {
    /** Copies the lists. */
    public Family {
        outputs = List.copyOf(outputs);
        settings = List.copyOf(settings);
    }

    static Builder builder(String decoder, String title, String reason) {
        return new Builder(decoder, title, reason);
    }

    /** Collects what is known about a family. */
    static final class Builder {
        private final String decoder;
        private final String title;
        private final String reason;
        private final List<Output> outputs = new ArrayList<>();
        private final List<Setting> settings = new ArrayList<>();
        private OptionalInt classes = OptionalInt.empty();

        private Builder(String decoder, String title, String reason) {
            this.decoder = decoder;
            this.title = title;
            this.reason = reason;
        }

        Builder feed(Feed feed) {
            settings.addAll(feed.settings());
            return this;
        }

        Builder outputs(List<Output> needed) {
            outputs.addAll(needed);
            return this;
        }

        Builder outputs(Output... needed) {
            return outputs(List.of(needed));
        }

        Builder classes(long count) {
            classes = OptionalInt.of(Math.toIntExact(count));
            return this;
        }

        Builder set(String key, String value, String why) {
            settings.add(new Setting(key, value, why));
            return this;
        }

        Family build() {
            return new Family(title, reason, decoder, outputs, classes, settings);
        }
    }
}
