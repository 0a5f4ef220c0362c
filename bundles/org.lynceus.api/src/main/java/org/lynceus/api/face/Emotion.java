package org.lynceus.api.face;

/** An emotion as a face shows it. */
public enum Emotion {
    /** Happy. */
    HAPPY,
    /** Sad. */
    SAD,
    /** Angry. */
    ANGRY,
    /** Confused. */
    CONFUSED,
    /** Disgusted. */
    DISGUSTED,
    /** Surprised. */
    SURPRISED,
    /** Calm. */
    CALM,
    /** Afraid. */
    FEAR
}
