package org.lynceus.api.face;

/** An emotion as a face shows it, which need not be what its owner feels. */
public enum Emotion {
    /** Happy. */
    HAPPY,
    /** Sad. */
    SAD,
    /** Angry. */
    ANGRY,
    /** Undecided: no other emotion leads. */
    CONFUSED,
    /** Disgusted. */
    DISGUSTED,
    /** Surprised. */
    SURPRISED,
    /** Calm; no emotion shows. */
    CALM,
    /** Afraid. */
    FEAR
}
