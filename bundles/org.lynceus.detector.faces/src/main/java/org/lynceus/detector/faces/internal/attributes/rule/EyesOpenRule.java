package org.lynceus.detector.faces.internal.attributes.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.lynceus.detector.faces.internal.attributes.view.EyeView;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;

/**
 * Tells whether both eyes are open; in a strong profile, whether the near one is.
 *
 * <p>Of each eye the log-odds that the eye model gives, at most ±4 and halved since it is too sure of itself, plus those
 * of the distance of the lids in distances of the corners, times cos(yaw): a logistic around 0.15. The less open eye
 * decides.
 */
public final class EyesOpenRule {
    private static final double MODEL_LIMIT = 4;
    private static final double MODEL_WEIGHT = 0.5;
    private static final double HALF_OPEN = 0.15;
    private static final double LID_STEEPNESS = 40;
    private static final double LEAST_COSINE = 0.5;

    private EyesOpenRule() {}

    /**
     * Probability that both eyes are open; empty when nothing is known of them.
     *
     * @param model for each of {@link FaceView#eyes()}, 0–1 that it is open; empty without a model
     */
    public static Optional<Double> open(FaceView face, List<Double> model) {
        List<EyeView> eyes = face.eyes();
        OptionalDouble least = IntStream.range(0, eyes.size())
                .filter(i -> face.seen(eyes.get(i)))
                .filter(i -> !model.isEmpty() || eyes.get(i).opening().isPresent())
                .mapToDouble(i -> (model.isEmpty() ? 0 : MODEL_WEIGHT * Logit.within(MODEL_LIMIT, model.get(i)))
                        + lids(face, eyes.get(i)))
                .min();
        return least.isPresent() ? Optional.of(Logit.probability(least.getAsDouble())) : Optional.empty();
    }

    private static double lids(FaceView face, EyeView eye) {
        double cosine =
                Math.max(LEAST_COSINE, Math.cos(Math.toRadians(face.pose().yaw())));
        return eye.opening().isPresent() ? LID_STEEPNESS * (eye.opening().getAsDouble() * cosine - HALF_OPEN) : 0;
    }
}
