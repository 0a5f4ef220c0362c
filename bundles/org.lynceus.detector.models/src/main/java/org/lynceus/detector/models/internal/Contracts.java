package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.Optional;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.role.Role;

/** The contracts that a model can answer by, and which of them fits a model. */
final class Contracts {
    private static final String OF_FACES = "face-";

    private static final List<Contract<?, ?>> ALL = List.of(
            Contract.OBJECTS,
            Contract.FACES,
            Contract.labels(Role.IMAGE_CLASSIFICATION),
            Contract.labels(Role.MODERATION_CLASSIFICATION),
            Contract.labels(Role.OPEN_VOCABULARY_TAGGING),
            Contract.TEXT,
            Contract.LINES);

    private Contracts() {}

    /**
     * Makes a model callable by the contract of its role, or, when its role has none, by the one that its decoder fits.
     *
     * @return empty when no contract fits
     * @throws IllegalArgumentException when the model's role has a contract that its decoder does not fit
     */
    static Optional<BoundModel<?, ?>> bind(Model model) {
        String role = model.info().role();
        for (Contract<?, ?> contract : ALL) {
            if (contract.role().name().equals(role)) {
                return Optional.of(new BoundModel<>(model, contract));
            }
        }
        for (Contract<?, ?> contract : ALL) {
            Optional<BoundModel<?, ?>> bound = attempt(
                    model, contract == Contract.FACES && !role.startsWith(OF_FACES) ? Contract.DETECTIONS : contract);
            if (bound.isPresent()) {
                return bound;
            }
        }
        return Optional.empty();
    }

    private static Optional<BoundModel<?, ?>> attempt(Model model, Contract<?, ?> contract) {
        try {
            return Optional.of(new BoundModel<>(model, contract));
        } catch (IllegalArgumentException otherDecoder) {
            return Optional.empty();
        }
    }
}
