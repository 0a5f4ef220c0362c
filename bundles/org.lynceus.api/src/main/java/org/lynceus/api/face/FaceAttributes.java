package org.lynceus.api.face;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Attributes of a face; empty what was not asked for, or what the installed models cannot tell. What they can tell, yet
 * cannot be seen well, has a low {@linkplain Judgement#confidence() confidence} instead.
 *
 * @param ageRange youngest and oldest plausible age
 * @param smile whether it smiles
 * @param eyeglasses whether it wears glasses of any kind; true where {@code sunglasses} is
 * @param sunglasses whether it wears dark glasses
 * @param gender gender as it looks
 * @param beard whether it has a beard
 * @param mustache whether it has a mustache
 * @param eyesOpen whether both eyes are open; in a profile, the one that can be seen
 * @param mouthOpen whether the mouth is open
 * @param emotions all of {@link Emotion}, most confident first; they need not sum to 100; empty where not told
 * @param faceOccluded whether something covers part of it
 * @param eyeDirection where the eyes look
 */
public record FaceAttributes(
        Optional<AgeRange> ageRange,
        Optional<Judgement<Boolean>> smile,
        Optional<Judgement<Boolean>> eyeglasses,
        Optional<Judgement<Boolean>> sunglasses,
        Optional<Judgement<Gender>> gender,
        Optional<Judgement<Boolean>> beard,
        Optional<Judgement<Boolean>> mustache,
        Optional<Judgement<Boolean>> eyesOpen,
        Optional<Judgement<Boolean>> mouthOpen,
        List<Judgement<Emotion>> emotions,
        Optional<Judgement<Boolean>> faceOccluded,
        Optional<EyeDirection> eyeDirection) {
    /** Nothing asked for. */
    public static final FaceAttributes NONE = new FaceAttributes(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** Copies the list and checks that nothing is null. */
    public FaceAttributes {
        Objects.requireNonNull(ageRange, "ageRange");
        Objects.requireNonNull(smile, "smile");
        Objects.requireNonNull(eyeglasses, "eyeglasses");
        Objects.requireNonNull(sunglasses, "sunglasses");
        Objects.requireNonNull(gender, "gender");
        Objects.requireNonNull(beard, "beard");
        Objects.requireNonNull(mustache, "mustache");
        Objects.requireNonNull(eyesOpen, "eyesOpen");
        Objects.requireNonNull(mouthOpen, "mouthOpen");
        emotions = List.copyOf(emotions);
        Objects.requireNonNull(faceOccluded, "faceOccluded");
        Objects.requireNonNull(eyeDirection, "eyeDirection");
    }
}
