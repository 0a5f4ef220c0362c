package org.lynceus.inference.internal;

import java.util.Collection;
import java.util.Comparator;

/**
 * Finds the {@code service.ranking} that puts a new model in its place among those of its role.
 *
 * <p>The higher {@code ranking} of {@code model.properties} comes first. At equal ranking the model that was installed or
 * updated last comes first: whoever drops in a second bundle wants it to be used. Only an older version of the same model
 * stays behind the newer one. All of this survives a restart, whatever the order in which bundles start.
 *
 * <p>Among services of equal ranking the oldest one wins, hence every model gets a ranking of its own. Those of models
 * that are served already never change, since a change would make components rebuild themselves for nothing.
 */
final class Precedence {
    private static final int SPREAD = 1000;
    private static final int STEP = 100;
    private static final int LIMIT = 1_000_000;
    private static final Comparator<String> VERSIONS = new VersionOrder();

    private Precedence() {}

    /**
     * A model and its place.
     *
     * @param source where it comes from
     * @param spec what it says of itself
     * @param ranking its {@code service.ranking}
     */
    record Place(Source source, ModelSpec spec, int ranking) {}

    /**
     * Finds the ranking of a model.
     *
     * @param source where it comes from
     * @param spec what it says of itself
     * @param served models of the same role
     */
    static int ranking(Source source, ModelSpec spec, Collection<Place> served) {
        int base = SPREAD * Math.max(-LIMIT, Math.min(LIMIT, spec.ranking()));
        int above = served.stream()
                .filter(place -> outranks(place, source, spec))
                .mapToInt(Place::ranking)
                .min()
                .orElse(Integer.MAX_VALUE);
        int below = served.stream()
                .mapToInt(Place::ranking)
                .filter(ranking -> ranking < above)
                .max()
                .orElse(Integer.MIN_VALUE);
        if (below == Integer.MIN_VALUE) {
            return above == Integer.MAX_VALUE ? base : Math.min(base, above - STEP);
        }
        if (above == Integer.MAX_VALUE) {
            return Math.max(base, below + STEP);
        }
        // Without a gap it shares the place of the one above, which wins because it was there before.
        return below + 1 < above ? below + (above - below) / 2 : above;
    }

    private static boolean outranks(Place place, Source source, ModelSpec spec) {
        if (place.source().bundle() == source.bundle()) {
            return false;
        }
        if (place.spec().ranking() != spec.ranking()) {
            return place.spec().ranking() > spec.ranking();
        }
        if (place.spec().info().id().equals(spec.info().id())) {
            int versions =
                    VERSIONS.compare(place.spec().info().version(), spec.info().version());
            if (versions != 0) {
                return versions > 0;
            }
        }
        return place.source().laterThan(source);
    }
}
