package org.lynceus.gallerybuilder.faces;

import java.util.List;
import java.util.Map;

/**
 * A face that the server found.
 *
 * @param area of its box as a ratio of the picture's
 * @param yaw of the head in degrees; 0 looks into the camera
 * @param sharpness 0 to 100
 * @param reasons why the server thinks little of it, such as {@code LOW_SHARPNESS}; empty when it is fine
 * @param vectors of length 1 by encoder version; do not write to them
 */
public record PortraitFace(
        double area, double yaw, double sharpness, List<String> reasons, Map<String, float[]> vectors) {
    /** Copies list and map. */
    public PortraitFace {
        reasons = List.copyOf(reasons);
        vectors = Map.copyOf(vectors);
    }

    /** What is known of the face without its vectors. */
    PortraitFace withoutVectors() {
        return new PortraitFace(area, yaw, sharpness, reasons, Map.of());
    }
}
