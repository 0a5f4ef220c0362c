package org.lynceus.detector.faces.internal.attributes.net;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;

/**
 * Small classifiers on features that another model gives: rows [N, 1, 1, D] in, calibrated probabilities [N, L] out, one
 * for each of the L labels. Thread-safe.
 */
public final class Heads implements AutoCloseable {
    private static final String FEATURES_MODEL = "features.model";
    private static final String FEATURES_VERSION = "features.version";

    private final List<HeadLabel> columns;
    private final FeatureRow row;
    private final Inference<List<float[]>, float[]> inference;

    /**
     * Binds a model of the role {@code face-attributes} and runs it once.
     *
     * @param features the installed model whose outputs become the features
     * @param sample what that model says of any picture
     * @throws IllegalArgumentException when it was trained on the outputs of another model, its labels or its input are
     *     others than known, or it does not give a number for each label
     */
    public Heads(Model model, ModelInfo features, AgeGender sample) {
        ModelInfo info = model.info();
        GraphInfo graph = info.graphs().get(0);
        requireFeatures(info, features);
        this.columns = columns(info);
        this.row = FeatureRow.of(info);
        List<Long> expected = List.of(-1L, 1L, 1L, (long) row.length());
        if (!graph.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    "its graph " + graph.name() + " takes " + graph.shape() + ", not " + expected + ", rows of " + row);
        }
        this.inference = model.bind(graph.name(), () -> new RowsTranslator(graph));
        try {
            probe(graph, sample);
        } catch (IllegalArgumentException e) {
            inference.close();
            throw e;
        }
    }

    /** What it can tell. */
    public Set<HeadLabel> labels() {
        return EnumSet.copyOf(columns);
    }

    /**
     * Judges faces, all in one run.
     *
     * @param faces what the model of the features says of them, at least one
     * @return for each, probabilities 0–1
     */
    public List<Map<HeadLabel, Double>> judge(List<AgeGender> faces) throws VisionException {
        List<float[]> rows = new ArrayList<>();
        for (AgeGender face : faces) {
            rows.add(row.fill(face));
        }
        float[] all = inference.run(rows);
        List<Map<HeadLabel, Double>> judged = new ArrayList<>();
        for (int face = 0; face < faces.size(); face++) {
            Map<HeadLabel, Double> one = new EnumMap<>(HeadLabel.class);
            for (int column = 0; column < columns.size(); column++) {
                double probability = all[face * columns.size() + column];
                one.put(columns.get(column), Math.max(0, Math.min(1, probability)));
            }
            judged.add(one);
        }
        return judged;
    }

    @Override
    public void close() {
        inference.close();
    }

    private void probe(GraphInfo graph, AgeGender sample) {
        int length;
        try {
            length = inference.run(List.of(row.fill(sample))).length;
        } catch (VisionException e) {
            throw new IllegalArgumentException("its graph " + graph.name() + " does not run: " + e.getMessage(), e);
        }
        if (length != columns.size()) {
            throw new IllegalArgumentException("its graph " + graph.name() + " gives " + length
                    + " numbers for a face, not one for each of its " + columns.size() + " labels");
        }
    }

    private static void requireFeatures(ModelInfo info, ModelInfo features) {
        String model = info.property(FEATURES_MODEL).map(String::trim).orElse("none");
        String version = info.property(FEATURES_VERSION).map(String::trim).orElse("none");
        if (!model.equals(features.id()) || !version.equals(features.version())) {
            throw new IllegalArgumentException("it was trained on what " + model + " " + version
                    + " gives, and installed is " + features.id() + " " + features.version());
        }
    }

    private static List<HeadLabel> columns(ModelInfo info) {
        List<HeadLabel> columns = new ArrayList<>();
        for (String label : info.labels()) {
            Optional<HeadLabel> head = HeadLabel.of(label);
            if (head.isEmpty() || columns.contains(head.get())) {
                throw new IllegalArgumentException("its label " + label + " is unknown or there twice");
            }
            columns.add(head.get());
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("it has no labels");
        }
        return List.copyOf(columns);
    }
}
