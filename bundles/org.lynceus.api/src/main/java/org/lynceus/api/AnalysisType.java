package org.lynceus.api;

import java.util.Objects;

/**
 * One kind of analysis, such as {@code faces} or {@code labels}, and the records it takes and gives.
 *
 * <p>The options record must accept absent components: a compact constructor replaces {@code null} by the default, so
 * that an options object can be read from an empty JSON object.
 *
 * @param name lower-case name, the value of the service property {@link Detector#TYPE}
 * @param options record of the options
 * @param result record of the result
 */
public record AnalysisType<O, R>(String name, Class<O> options, Class<R> result) {
    /** Checks that nothing is absent. */
    public AnalysisType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(result, "result");
    }
}
