package org.lynceus.evaluate.landmarks;

import org.lynceus.evaluate.dataset.FacePoints;
import org.lynceus.evaluate.server.Point;

/**
 * A landmark of the server and its counterpart among the 68 points of 300-W: a point, or the mean of several. Left and
 * right are those of the picture.
 */
enum Landmark {
    EYE_LEFT("eyeLeft", Group.FIVE, 36, 37, 38, 39, 40, 41),
    EYE_RIGHT("eyeRight", Group.FIVE, 42, 43, 44, 45, 46, 47),
    MOUTH_LEFT("mouthLeft", Group.FIVE, 48),
    MOUTH_RIGHT("mouthRight", Group.FIVE, 54),
    NOSE("nose", Group.FIVE, 30),
    LEFT_EYE_LEFT("leftEyeLeft", Group.INNER, 36),
    LEFT_EYE_RIGHT("leftEyeRight", Group.INNER, 39),
    LEFT_EYE_UP("leftEyeUp", Group.INNER, 37, 38),
    LEFT_EYE_DOWN("leftEyeDown", Group.INNER, 40, 41),
    RIGHT_EYE_LEFT("rightEyeLeft", Group.INNER, 42),
    RIGHT_EYE_RIGHT("rightEyeRight", Group.INNER, 45),
    RIGHT_EYE_UP("rightEyeUp", Group.INNER, 43, 44),
    RIGHT_EYE_DOWN("rightEyeDown", Group.INNER, 46, 47),
    NOSE_LEFT("noseLeft", Group.INNER, 31),
    NOSE_RIGHT("noseRight", Group.INNER, 35),
    MOUTH_UP("mouthUp", Group.INNER, 51),
    MOUTH_DOWN("mouthDown", Group.INNER, 57),
    LEFT_EYE_BROW_LEFT("leftEyeBrowLeft", Group.OUTLINE, 17),
    LEFT_EYE_BROW_UP("leftEyeBrowUp", Group.OUTLINE, 19),
    LEFT_EYE_BROW_RIGHT("leftEyeBrowRight", Group.OUTLINE, 21),
    RIGHT_EYE_BROW_LEFT("rightEyeBrowLeft", Group.OUTLINE, 22),
    RIGHT_EYE_BROW_UP("rightEyeBrowUp", Group.OUTLINE, 24),
    RIGHT_EYE_BROW_RIGHT("rightEyeBrowRight", Group.OUTLINE, 26),
    UPPER_JAWLINE_LEFT("upperJawlineLeft", Group.OUTLINE, 0),
    MID_JAWLINE_LEFT("midJawlineLeft", Group.OUTLINE, 4),
    CHIN_BOTTOM("chinBottom", Group.OUTLINE, 8),
    MID_JAWLINE_RIGHT("midJawlineRight", Group.OUTLINE, 12),
    UPPER_JAWLINE_RIGHT("upperJawlineRight", Group.OUTLINE, 16);

    private final String wireName;
    private final Group group;
    private final int[] points;

    Landmark(String wireName, Group group, int... points) {
        this.wireName = wireName;
        this.group = group;
        this.points = points;
    }

    /** Landmarks that are averaged together; each group is also part of the ones after it. */
    enum Group {
        /** Eyes, corners of the mouth and nose. */
        FIVE("mean of the five", "five"),
        /** Eyelids, nostrils and lips: what the two schemes place alike. */
        INNER("mean of the comparable", "comparable"),
        /** Brows and jaw, where "upper" or "mid" is a matter of taste. */
        OUTLINE("mean of all", "all");

        private final String label;
        private final String key;

        Group(String label, String key) {
            this.label = label;
            this.key = key;
        }

        /** Its name for people. */
        String label() {
            return label;
        }

        /** Its name in JSON. */
        String key() {
            return key;
        }
    }

    /** The server's name. */
    String wireName() {
        return wireName;
    }

    /** Whether it counts for the mean of a group. */
    boolean in(Group wanted) {
        return group.compareTo(wanted) <= 0;
    }

    /** Where people put it, in pixels. */
    Point truth(FacePoints face) {
        return face.mean(points);
    }
}
