package org.lynceus.detector.celebrities.internal.portrait;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.Pose;
import org.lynceus.api.face.QualityReason;

/**
 * What a gallery is made from.
 *
 * @param encoders versions of the face encoders, the best first
 * @param lookAlike by encoder, the cosine of two vectors that one in 100,000 pairs of different people reaches
 * @param width of the upright picture in pixels
 * @param height of the upright picture in pixels
 * @param faces largest first
 */
public record PortraitResult(
        List<String> encoders, Map<String, Double> lookAlike, int width, int height, List<PortraitFace> faces) {
    /** Copies list and map. */
    public PortraitResult {
        encoders = List.copyOf(encoders);
        lookAlike = Collections.unmodifiableMap(new LinkedHashMap<>(lookAlike));
        faces = List.copyOf(faces);
    }

    /**
     * A face and its vectors.
     *
     * @param box where it is
     * @param confidence that it is a face, 0–100
     * @param pose how the head is turned
     * @param quality how well it can be seen
     * @param occluded whether something covers part of it; empty when the installed models cannot tell
     * @param reasons what speaks against recognising it; empty when nothing does
     * @param vectors by encoder, of Euclidean length 1
     */
    public record PortraitFace(
            BoundingBox box,
            float confidence,
            Pose pose,
            FaceQuality quality,
            Optional<Boolean> occluded,
            List<QualityReason> reasons,
            Map<String, List<Float>> vectors) {
        /** Copies lists and map. */
        public PortraitFace {
            Objects.requireNonNull(box, "box");
            Objects.requireNonNull(pose, "pose");
            Objects.requireNonNull(quality, "quality");
            Objects.requireNonNull(occluded, "occluded");
            reasons = List.copyOf(reasons);
            vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
        }
    }
}
