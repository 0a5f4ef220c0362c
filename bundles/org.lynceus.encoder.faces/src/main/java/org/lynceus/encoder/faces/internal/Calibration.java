package org.lynceus.encoder.faces.internal;

import java.util.Objects;
import java.util.Optional;
import org.lynceus.model.api.ModelInfo;

/**
 * What the distance of two vectors of an encoder means.
 *
 * @param similarity shown to people
 * @param rates of false matches; empty when only the similarity tells
 */
record Calibration(Similarity similarity, Optional<FalseMatchRates> rates) {
    Calibration {
        Objects.requireNonNull(similarity, "similarity");
        Objects.requireNonNull(rates, "rates");
    }

    /** Reads the calibration of a model. */
    static Calibration of(ModelInfo info) {
        return of(info, "");
    }

    /** Reads a calibration whose properties begin with a prefix. */
    static Calibration of(ModelInfo info, String prefix) {
        return new Calibration(Similarity.of(info, prefix), FalseMatchRates.of(info, prefix));
    }
}
