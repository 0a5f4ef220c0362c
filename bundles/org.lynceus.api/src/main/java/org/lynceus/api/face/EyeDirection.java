package org.lynceus.api.face;

/**
 * Where the eyes look, whatever the head does: eyes that look into the camera have a yaw and a pitch of 0, also when the head
 * is turned aside. Its sides are those of the upright face, as it appears in the picture.
 *
 * @param yaw degrees, positive to the right side, −180–180
 * @param pitch degrees, positive upwards, −180–180
 * @param confidence 0–100; low where the eyes are closed, hidden, small or do not agree
 */
public record EyeDirection(float yaw, float pitch, float confidence) {}
