package org.lynceus.detector.celebrities.internal.gallery;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gallery says of itself.
 *
 * @param id letters, digits, dots and hyphens
 * @param title one line for people
 * @param version of the gallery
 * @param licence that it may be used under, {@code not stated} when not told
 * @param people how many people it holds
 * @param peopleSha256 checksum of its people, lower-case hexadecimal digits
 * @param vectors by version of the encoder that made them
 */
record GalleryHeader(
        String id,
        String title,
        String version,
        String licence,
        int people,
        String peopleSha256,
        SortedMap<String, Vectors> vectors) {
    GalleryHeader {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(peopleSha256, "peopleSha256");
        vectors = Collections.unmodifiableSortedMap(new TreeMap<>(vectors));
    }

    /**
     * A file of vectors.
     *
     * @param dimension numbers of a vector
     * @param sha256 checksum of the file, lower-case hexadecimal digits
     */
    record Vectors(int dimension, String sha256) {
        Vectors {
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /**
     * The best encoder that the gallery holds vectors of.
     *
     * @param encoders those that are installed, best first, and their dimensions
     * @param except those that do not count
     */
    Optional<String> best(Map<String, Integer> encoders, Set<String> except) {
        return encoders.entrySet().stream()
                .filter(encoder -> holds(encoder.getKey(), encoder.getValue()) && !except.contains(encoder.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean holds(String encoder, int dimension) {
        Vectors own = vectors.get(encoder);
        return own != null && own.dimension() == dimension;
    }
}
