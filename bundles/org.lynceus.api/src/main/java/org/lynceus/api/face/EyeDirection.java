package org.lynceus.api.face;

/**
 * Where the eyes look, relative to the camera.
 *
 * @param yaw degrees, positive to the right side of the picture, −180–180
 * @param pitch degrees, positive upwards, −180–180
 * @param confidence 0–100
 */
public record EyeDirection(float yaw, float pitch, float confidence) {}
