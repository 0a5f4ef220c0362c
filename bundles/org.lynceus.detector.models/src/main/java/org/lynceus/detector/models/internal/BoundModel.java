package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.stream.Stream;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.Gate;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.role.Role;

/**
 * A model that answers for whole pictures by its first graph. Thread-safe.
 *
 * @param <O> decoded outputs
 * @param <R> result
 */
final class BoundModel<O, R> implements AutoCloseable {
    /** What the type of a single model begins with; its id follows. */
    static final String SINGLE = "model:";

    /** What names of roles have and names of analyses, such as {@code faces}, have not. */
    private static final String OF_ROLES = "-";

    /** Long side, in pixels, that pictures are decoded to at least; the same as for the analysis of faces. */
    private static final int LONG_SIDE = 1920;

    private final ModelInfo info;
    private final Contract<O, R> contract;
    private final Gate gate;
    private final Inference<Pixels, O> inference;
    private final int longSide;

    BoundModel(Model model, Contract<O, R> contract) {
        this.info = model.info();
        this.contract = contract;
        this.gate = new Gate("The model " + info.id() + " " + info.version());
        this.inference = model.bind(contract.role());
        GraphInfo graph = info.graphs().get(0);
        this.longSide = Math.max(LONG_SIDE, Math.max(graph.width(), graph.height()));
    }

    /**
     * The detectors of this model: one for its role, unless the role says nothing of whole pictures or could be taken for an
     * analysis, and one for itself alone.
     */
    List<Detector<ModelOptions, R>> detectors() {
        boolean ofRole = contract.role() != Role.TEXT_RECOGNITION && info.role().contains(OF_ROLES);
        return Stream.concat(ofRole ? Stream.of(info.role()) : Stream.empty(), Stream.of(SINGLE + info.id()))
                .<Detector<ModelOptions, R>>map(
                        name -> new Whole(new AnalysisType<>(name, ModelOptions.class, contract.result())))
                .toList();
    }

    /** Lets running calls end, then lets go of the model. */
    @Override
    public void close() {
        gate.close();
        inference.close();
    }

    private R analyse(Image image, ModelOptions options) throws VisionException {
        try (Pixels pixels = image.pixels(longSide)) {
            return contract.reading().read(info, inference.run(pixels), options);
        }
    }

    /** The model as a detector of one type. */
    private final class Whole implements Detector<ModelOptions, R> {
        private final AnalysisType<ModelOptions, R> type;

        Whole(AnalysisType<ModelOptions, R> type) {
            this.type = type;
        }

        @Override
        public AnalysisType<ModelOptions, R> type() {
            return type;
        }

        @Override
        public R detect(Image image, ModelOptions options) throws VisionException {
            return gate.call(() -> analyse(image, options));
        }
    }
}
