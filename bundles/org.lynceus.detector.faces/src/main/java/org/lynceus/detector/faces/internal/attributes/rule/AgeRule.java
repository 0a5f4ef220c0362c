package org.lynceus.detector.faces.internal.attributes.rule;

import java.util.Optional;
import org.lynceus.api.face.AgeRange;
import org.lynceus.model.api.ModelInfo;

/**
 * Makes a range of the age that a model expects. Thread-safe.
 *
 * <p>The model guesses old people too young: on 585 portraits of officials whose years of birth are known it expects 0.63 ·
 * age + 9 years, with a standard deviation of 6.3, which agrees with its known biases of −4.3 years between 30 and 45, −9.8
 * between 45 and 60 and −18.5 above. The usual correction is what that says of the true age (Bayes' theorem), every age up to
 * 45 being taken as equally frequent and later ones less and less, children by the known errors of 3 to 7 years. A heads
 * model may bring another one.
 *
 * <p>The range is the corrected age plus and minus a width that grows with it, about two thirds of its probability: 2 years
 * at birth, 6 at 20, 8.5 at 45, 10.5 from 60 on; up to half as much again where the face can be seen badly.
 */
public final class AgeRule {
    /** Property of a heads model: what the age model expects at the knots of a correction, ascending. */
    private static final String RAW = "age.raw";

    /** Property of a heads model: the true ages at those knots. */
    private static final String CORRECTED = "age.corrected";

    private static final PiecewiseLinear USUAL = PiecewiseLinear.of(
            "0,5,10,15,20,25,30,35,40,45,50,60,70", "0.5,3,7.5,13.5,20,26.5,33.5,41.5,48.5,55,61,72.5,81");
    private static final PiecewiseLinear HALF_WIDTH = PiecewiseLinear.of("0,13,20,33,45,60", "2,4.5,6,6.5,8.5,10.5");
    private static final double WIDEST = 10.5;
    private static final double UNCLEAR = 0.5;
    private static final double OLDEST = 100;

    private final PiecewiseLinear correction;

    private AgeRule(PiecewiseLinear correction) {
        this.correction = correction;
    }

    /** The rule with the usual correction. */
    public static AgeRule usual() {
        return new AgeRule(USUAL);
    }

    /**
     * The rule with the correction that a heads model brings, if any.
     *
     * @throws IllegalArgumentException when its knots are none
     */
    public static Optional<AgeRule> of(ModelInfo heads) {
        return heads.property(RAW)
                .map(raw -> new AgeRule(
                        PiecewiseLinear.of(raw, heads.property(CORRECTED).orElse(""))));
    }

    /**
     * The plausible ages.
     *
     * @param expected by the model, in years
     * @param clarity 0–1
     */
    public AgeRange range(double expected, double clarity) {
        double age = Math.max(0, Math.min(OLDEST, correction.at(expected)));
        double half = Math.min(WIDEST, HALF_WIDTH.at(age)) * (1 + UNCLEAR * (1 - clarity));
        return new AgeRange((int) Math.max(0, Math.round(age - half)), (int) Math.round(age + half));
    }
}
