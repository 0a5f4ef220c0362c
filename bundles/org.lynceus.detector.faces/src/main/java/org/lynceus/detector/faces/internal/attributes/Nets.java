package org.lynceus.detector.faces.internal.attributes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.attributes.net.AgeGenderNet;
import org.lynceus.detector.faces.internal.attributes.net.EmotionNet;
import org.lynceus.detector.faces.internal.attributes.net.EyeStateNet;
import org.lynceus.detector.faces.internal.attributes.net.HeadLabel;
import org.lynceus.detector.faces.internal.attributes.net.Heads;
import org.lynceus.detector.faces.internal.attributes.net.IrisNet;
import org.lynceus.detector.faces.internal.attributes.rule.AgeRule;
import org.lynceus.model.api.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The installed models, bound. One that does not fit is left out, and the log says why, once. Thread-safe. */
final class Nets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Nets.class);

    final Optional<AgeGenderNet> ageGender;
    final List<EmotionNet> emotions = new ArrayList<>();
    final Optional<EyeStateNet> eyeState;
    final Optional<IrisNet> iris;
    final Optional<Heads> heads;
    final AgeRule ageRule;

    Nets(AttributeModels models) {
        this.ageGender = models.ageGender().flatMap(model -> bound(model, AgeGenderNet::new));
        for (Model model : models.emotions()) {
            bound(model, EmotionNet::new).ifPresent(emotions::add);
        }
        this.eyeState = models.eyeState().flatMap(model -> bound(model, EyeStateNet::new));
        this.iris = models.iris().flatMap(model -> bound(model, IrisNet::new));
        this.heads = ageGender.flatMap(features -> models.heads()
                .flatMap(model ->
                        bound(model, one -> heads(one, models.ageGender().orElseThrow(), features))));
        this.ageRule = heads.isEmpty()
                ? AgeRule.usual()
                : models.heads()
                        .flatMap(model ->
                                bound(model, one -> AgeRule.of(one.info()).orElse(AgeRule.usual())))
                        .orElse(AgeRule.usual());
    }

    /** What heads can tell. */
    Set<HeadLabel> headLabels() {
        return heads.map(Heads::labels).orElse(EnumSet.noneOf(HeadLabel.class));
    }

    @Override
    public void close() {
        ageGender.ifPresent(AgeGenderNet::close);
        emotions.forEach(EmotionNet::close);
        eyeState.ifPresent(EyeStateNet::close);
        iris.ifPresent(IrisNet::close);
        heads.ifPresent(Heads::close);
    }

    private static Heads heads(Model model, Model ageGender, AgeGenderNet features) {
        try {
            return new Heads(model, ageGender.info(), features.sample());
        } catch (VisionException e) {
            throw new IllegalArgumentException("the model of its features does not run: " + e.getMessage(), e);
        }
    }

    private static <T> Optional<T> bound(Model model, Function<Model, T> binding) {
        try {
            return Optional.of(binding.apply(model));
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "Faces are described without {} {} ({}): {}",
                    model.info().id(),
                    model.info().version(),
                    model.info().role(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
