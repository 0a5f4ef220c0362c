package org.lynceus.api.face;

/** The thirty points of a face; "left" is the left side of the picture. The first five are the default set. */
public enum LandmarkType {
    /** Centre of the left eye. */
    EYE_LEFT("eyeLeft"),
    /** Centre of the right eye. */
    EYE_RIGHT("eyeRight"),
    /** Left corner of the mouth. */
    MOUTH_LEFT("mouthLeft"),
    /** Right corner of the mouth. */
    MOUTH_RIGHT("mouthRight"),
    /** Tip of the nose. */
    NOSE("nose"),
    /** Left end of the left brow. */
    LEFT_EYE_BROW_LEFT("leftEyeBrowLeft"),
    /** Right end of the left brow. */
    LEFT_EYE_BROW_RIGHT("leftEyeBrowRight"),
    /** Highest point of the left brow. */
    LEFT_EYE_BROW_UP("leftEyeBrowUp"),
    /** Left end of the right brow. */
    RIGHT_EYE_BROW_LEFT("rightEyeBrowLeft"),
    /** Right end of the right brow. */
    RIGHT_EYE_BROW_RIGHT("rightEyeBrowRight"),
    /** Highest point of the right brow. */
    RIGHT_EYE_BROW_UP("rightEyeBrowUp"),
    /** Left corner of the left eye. */
    LEFT_EYE_LEFT("leftEyeLeft"),
    /** Right corner of the left eye. */
    LEFT_EYE_RIGHT("leftEyeRight"),
    /** Upper lid of the left eye. */
    LEFT_EYE_UP("leftEyeUp"),
    /** Lower lid of the left eye. */
    LEFT_EYE_DOWN("leftEyeDown"),
    /** Left corner of the right eye. */
    RIGHT_EYE_LEFT("rightEyeLeft"),
    /** Right corner of the right eye. */
    RIGHT_EYE_RIGHT("rightEyeRight"),
    /** Upper lid of the right eye. */
    RIGHT_EYE_UP("rightEyeUp"),
    /** Lower lid of the right eye. */
    RIGHT_EYE_DOWN("rightEyeDown"),
    /** Left wing of the nose. */
    NOSE_LEFT("noseLeft"),
    /** Right wing of the nose. */
    NOSE_RIGHT("noseRight"),
    /** Upper edge of the upper lip. */
    MOUTH_UP("mouthUp"),
    /** Lower edge of the lower lip. */
    MOUTH_DOWN("mouthDown"),
    /** Left pupil. */
    LEFT_PUPIL("leftPupil"),
    /** Right pupil. */
    RIGHT_PUPIL("rightPupil"),
    /** Jaw beside the left ear. */
    UPPER_JAWLINE_LEFT("upperJawlineLeft"),
    /** Left corner of the jaw. */
    MID_JAWLINE_LEFT("midJawlineLeft"),
    /** Lowest point of the chin. */
    CHIN_BOTTOM("chinBottom"),
    /** Right corner of the jaw. */
    MID_JAWLINE_RIGHT("midJawlineRight"),
    /** Jaw beside the right ear. */
    UPPER_JAWLINE_RIGHT("upperJawlineRight");

    /** How many landmarks the default set has. */
    public static final int DEFAULT_COUNT = 5;

    private final String label;

    LandmarkType(String label) {
        this.label = label;
    }

    /** The name that clients read, such as {@code eyeLeft}. */
    public String label() {
        return label;
    }
}
