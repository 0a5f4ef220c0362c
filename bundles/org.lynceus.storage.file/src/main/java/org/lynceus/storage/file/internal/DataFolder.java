package org.lynceus.storage.file.internal;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds the folder of the buckets. */
final class DataFolder {
    private static final String BUCKETS = "buckets";

    private DataFolder() {}

    /**
     * Resolves it: the configured directory; else {@code buckets} inside the environment variable {@code LYNCEUS_DATA},
     * the system property {@code lynceus.data}, or the system property {@code karaf.data}, whichever is set first.
     *
     * @param configured may be empty
     * @throws IllegalStateException when none is set
     */
    static Path buckets(String configured, UnaryOperator<String> environment, UnaryOperator<String> properties) {
        if (!configured.isBlank()) {
            return Path.of(configured.strip()).toAbsolutePath();
        }
        Optional<String> data = Stream.of(
                        environment.apply("LYNCEUS_DATA"),
                        properties.apply("lynceus.data"),
                        properties.apply("karaf.data"))
                .filter(Objects::nonNull)
                .filter(folder -> !folder.isBlank())
                .findFirst();
        return data.map(folder -> Path.of(folder, BUCKETS).toAbsolutePath())
                .orElseThrow(() -> new IllegalStateException(
                        "There is no folder for buckets: set the key directory, or LYNCEUS_DATA."));
    }
}
