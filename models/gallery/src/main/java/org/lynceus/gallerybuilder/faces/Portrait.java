package org.lynceus.gallerybuilder.faces;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server says of a photo.
 *
 * @param encoders versions, the best first
 * @param lookAlikes by encoder version the cosine that one in 100,000 pairs of strangers reaches; empty when not told
 * @param faces the largest first
 * @param refusal why there is no answer; then all else is empty
 */
public record Portrait(
        List<String> encoders, Map<String, Double> lookAlikes, List<PortraitFace> faces, Optional<String> refusal) {
    /** Copies lists and map. */
    public Portrait {
        encoders = List.copyOf(encoders);
        lookAlikes = Map.copyOf(lookAlikes);
        faces = List.copyOf(faces);
    }

    /** A photo without an answer. */
    static Portrait refused(String reason) {
        return new Portrait(List.of(), Map.of(), List.of(), Optional.of(reason));
    }
}
