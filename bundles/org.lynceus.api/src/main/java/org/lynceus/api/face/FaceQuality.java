package org.lynceus.api.face;

/**
 * How well a face can be seen.
 *
 * @param brightness 0 (black) – 100 (white)
 * @param sharpness 0 (blurred) – 100 (sharp)
 */
public record FaceQuality(float brightness, float sharpness) {}
