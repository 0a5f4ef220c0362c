package org.lynceus.core.internal.model;

import java.util.Optional;
import java.util.OptionalLong;
import org.lynceus.model.api.ModelInfo;

/**
 * A model that is served.
 *
 * @param info what it says of itself
 * @param ranking precedence among the models of its role
 * @param calls inputs that ran through it, where that is counted
 * @param bundle symbolic name of the bundle that brings it, as long as that is installed
 */
public record LoadedModel(ModelInfo info, int ranking, OptionalLong calls, Optional<String> bundle) {
    /** The package that its weights were taken from, without the path inside; empty when it does not say. */
    public String sourcePackage() {
        return info.property("source")
                .map(source -> source.split(" : ", 2)[0].strip())
                .orElse("");
    }

    /** What its weights may be used for, in plain words. */
    public String licence() {
        return LicenceWords.of(info.property("licence.weights").or(() -> info.property("licence.package")));
    }
}
