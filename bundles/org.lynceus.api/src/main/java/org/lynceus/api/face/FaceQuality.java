package org.lynceus.api.face;

/**
 * How well a face can be seen.
 *
 * @param brightness of the face without its background, 0 (black) – 100 (white); 70 to 85 when it is well lit
 * @param sharpness 0 (blurred) – 100 (sharp); above 80 for a sharp photo, below 20 for a clearly blurred one; a face of few
 *     pixels is less sharp than a large one
 */
public record FaceQuality(float brightness, float sharpness) {}
