package org.lynceus.detector.faces.internal.attributes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.Gender;
import org.lynceus.api.face.Judgement;
import org.lynceus.detector.faces.internal.attributes.net.HeadLabel;
import org.lynceus.detector.faces.internal.attributes.rule.AgeRule;
import org.lynceus.detector.faces.internal.attributes.rule.Clarity;
import org.lynceus.detector.faces.internal.attributes.rule.EmotionRule;
import org.lynceus.detector.faces.internal.attributes.rule.EyesOpenRule;
import org.lynceus.detector.faces.internal.attributes.rule.GazeRule;
import org.lynceus.detector.faces.internal.attributes.rule.GenderRule;
import org.lynceus.detector.faces.internal.attributes.rule.Judgements;
import org.lynceus.detector.faces.internal.attributes.rule.MouthRule;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;

/** Makes attributes of what the models say. Where there are a head and a rule, both count. Thread-safe. */
final class Describer {
    private final AgeRule ageRule;

    Describer(AgeRule ageRule) {
        this.ageRule = ageRule;
    }

    FaceAttributes describe(Reading reading, Set<FaceAttribute> asked) {
        if (asked.isEmpty()) {
            return FaceAttributes.NONE;
        }
        FaceView face = reading.face;
        Clarity clarity = Clarity.of(face);
        return new FaceAttributes(
                when(
                        asked,
                        FaceAttribute.AGE_RANGE,
                        () -> reading.ageGender().map(model -> ageRule.range(model.age(), clarity.ofFace()))),
                when(asked, FaceAttribute.SMILE, () -> smile(reading).map(p -> Judgements.of(p, clarity.ofParts()))),
                when(
                        asked,
                        FaceAttribute.EYEGLASSES,
                        () -> eyeglasses(reading).map(p -> Judgements.of(p, clarity.ofParts()))),
                head(asked, FaceAttribute.SUNGLASSES, reading, HeadLabel.SUNGLASSES, clarity.ofParts()),
                when(
                        asked,
                        FaceAttribute.GENDER,
                        () -> male(reading).map(p -> Judgements.of(p, clarity.ofFace(), Gender.MALE, Gender.FEMALE))),
                head(asked, FaceAttribute.BEARD, reading, HeadLabel.BEARD, clarity.ofParts()),
                head(asked, FaceAttribute.MUSTACHE, reading, HeadLabel.MUSTACHE, clarity.ofParts()),
                when(
                        asked,
                        FaceAttribute.EYES_OPEN,
                        () -> eyesOpen(reading).map(p -> Judgements.of(p, clarityOfEyes(clarity, reading)))),
                when(
                        asked,
                        FaceAttribute.MOUTH_OPEN,
                        () -> mouthOpen(reading).map(p -> Judgements.of(p, clarity.ofParts()))),
                asked.contains(FaceAttribute.EMOTIONS)
                        ? reading.emotions()
                                .map(emotions -> EmotionRule.judge(emotions, clarity.ofFace()))
                                .orElse(List.of())
                        : List.of(),
                head(asked, FaceAttribute.FACE_OCCLUDED, reading, HeadLabel.FACE_OCCLUDED, clarity.ofFace()),
                when(
                        asked,
                        FaceAttribute.EYE_DIRECTION,
                        () -> GazeRule.direction(face, reading.irises(), clarityOfEyes(clarity, reading))));
    }

    private static Optional<Double> smile(Reading reading) {
        return Judgements.both(
                reading.head(HeadLabel.SMILE),
                reading.emotions().map(emotions -> MouthRule.smile(reading.face, EmotionRule.happy(emotions))));
    }

    /** Dark glasses are glasses. */
    private static Optional<Double> eyeglasses(Reading reading) {
        return reading.head(HeadLabel.EYEGLASSES)
                .map(p -> Math.max(p, reading.head(HeadLabel.SUNGLASSES).orElse(0.0)));
    }

    /** Dark glasses hide the eyes: from the clarity when they are even down to 0 when they are certain. */
    private static double clarityOfEyes(Clarity clarity, Reading reading) {
        double free = reading.head(HeadLabel.SUNGLASSES)
                .map(p -> Math.min(1, 2 * (1 - p)))
                .orElse(1.0);
        return clarity.ofEyes() * free;
    }

    private static Optional<Double> male(Reading reading) {
        return Judgements.both(
                reading.head(HeadLabel.MALE), reading.ageGender().map(model -> GenderRule.male(model.male())));
    }

    private static Optional<Double> eyesOpen(Reading reading) {
        return Judgements.both(reading.head(HeadLabel.EYES_OPEN), EyesOpenRule.open(reading.face, reading.eyesOpen()));
    }

    private static Optional<Double> mouthOpen(Reading reading) {
        return Judgements.both(reading.head(HeadLabel.MOUTH_OPEN), Optional.of(MouthRule.open(reading.face)));
    }

    private static Optional<Judgement<Boolean>> head(
            Set<FaceAttribute> asked, FaceAttribute attribute, Reading reading, HeadLabel label, double clarity) {
        return when(asked, attribute, () -> reading.head(label).map(p -> Judgements.of(p, clarity)));
    }

    private static <T> Optional<T> when(Set<FaceAttribute> asked, FaceAttribute attribute, Supplier<Optional<T>> told) {
        return asked.contains(attribute) ? told.get() : Optional.empty();
    }
}
