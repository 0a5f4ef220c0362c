package org.lynceus.gallerybuilder.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.lynceus.gallerybuilder.faces.Portrait;

/**
 * The encoders that a gallery is built for: those of which every usable face has a vector, all of one dimension.
 *
 * @param versions the best first
 * @param lookAlike cosine of the best one that one in 100,000 pairs of strangers reaches, where the server tells it
 */
record Encoders(List<String> versions, OptionalDouble lookAlike) {
    /**
     * Chooses them.
     *
     * @param portraits all answers of the server
     * @param photos all usable faces
     * @return without a version when none is in all of them
     */
    static Encoders of(Collection<Portrait> portraits, List<UsablePhoto> photos) {
        List<String> versions = new ArrayList<>();
        portraits.stream()
                .filter(portrait -> !portrait.faces().isEmpty())
                .findFirst()
                .ifPresent(portrait -> versions.addAll(portrait.encoders()));
        versions.removeIf(version -> !everywhere(version, photos));
        OptionalDouble lookAlike = versions.isEmpty()
                ? OptionalDouble.empty()
                : portraits.stream()
                        .map(Portrait::lookAlikes)
                        .filter(told -> told.containsKey(versions.get(0)))
                        .mapToDouble(told -> told.get(versions.get(0)))
                        .findFirst();
        return new Encoders(List.copyOf(versions), lookAlike);
    }

    /** The best one. */
    String best() {
        return versions.get(0);
    }

    private static boolean everywhere(String version, List<UsablePhoto> photos) {
        return photos.stream().allMatch(photo -> photo.face().vectors().containsKey(version))
                && photos.stream()
                                .mapToInt(photo -> photo.vector(version).length)
                                .distinct()
                                .count()
                        == 1;
    }
}
