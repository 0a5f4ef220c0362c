package org.lynceus.api;

import java.util.Objects;

/**
 * A model that is served, and what its weights are.
 *
 * @param id short name
 * @param version of the weights
 * @param role what it is for, such as {@code face-embedding}
 * @param ranking precedence among the models of its role, the higher the better
 * @param licence what the weights may be used for, in plain words; a reading aid
 * @param licenceOfWeights as given, {@code not stated} when it was not
 * @param licenceOfPackage licence that the package declares which the weights were taken from, {@code not stated} when none
 * @param source package or file that the weights were taken from; empty when not told
 * @param sha256 of the source, lower-case hex; empty when not told
 * @param upstream where the weights come from in the first place, {@code not stated} when not told
 */
public record InstalledModel(
        String id,
        String version,
        String role,
        int ranking,
        String licence,
        String licenceOfWeights,
        String licenceOfPackage,
        String source,
        String sha256,
        String upstream) {
    /** Checks that nothing is absent. */
    public InstalledModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(licenceOfWeights, "licenceOfWeights");
        Objects.requireNonNull(licenceOfPackage, "licenceOfPackage");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(upstream, "upstream");
    }
}
