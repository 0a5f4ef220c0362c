package org.lynceus.api.face;

/**
 * Why a face is left out. The names are those of the wire's {@code Reasons}; when one is given is told by
 * {@link FaceQualityFilter}.
 */
public enum QualityReason {
    /** More faces than asked for; never given by {@link FaceQualityFilter}, which sees one face at a time. */
    EXCEEDS_MAX_FACES,
    /** Turned too far to a side, up or down. */
    EXTREME_POSE,
    /** Too dark. */
    LOW_BRIGHTNESS,
    /** Too blurred. */
    LOW_SHARPNESS,
    /** Too unsure whether it is a face. */
    LOW_CONFIDENCE,
    /** Too few pixels. */
    SMALL_BOUNDING_BOX,
    /** Features cannot be seen for another cause: so bright that they are washed out. */
    LOW_FACE_QUALITY
}
