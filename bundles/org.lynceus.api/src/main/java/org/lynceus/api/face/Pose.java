package org.lynceus.api.face;

/**
 * How a head is turned, in degrees −180–180.
 *
 * @param roll positive when the head leans clockwise in the picture
 * @param yaw positive when the nose points to the right side of the picture
 * @param pitch positive when the face looks up
 */
public record Pose(float roll, float yaw, float pitch) {}
