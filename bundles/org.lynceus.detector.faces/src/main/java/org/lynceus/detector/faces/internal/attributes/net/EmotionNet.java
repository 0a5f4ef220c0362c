package org.lynceus.detector.faces.internal.attributes.net;

import java.util.Arrays;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;

/** Tells seven basic emotions. Thread-safe. */
public final class EmotionNet implements AutoCloseable {
    /** The emotions in the order of {@link #look}; any order in the model's own labels. */
    public static final List<String> LABELS =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

    private static final String ACTIVATION = "activation";
    private static final String SOFTMAX = "softmax";
    private static final double USUAL_SCALE = 1.15;

    private final int[] columns;
    private final boolean logits;
    private final CropNet net;

    /**
     * Binds a model of the role {@code face-emotion}.
     *
     * @throws IllegalArgumentException when its labels are others or its description does not fit
     */
    public EmotionNet(Model model) {
        ModelInfo info = model.info();
        this.columns = LABELS.stream().mapToInt(info.labels()::indexOf).toArray();
        if (info.labels().size() != LABELS.size() || Arrays.stream(columns).anyMatch(column -> column < 0)) {
            throw new IllegalArgumentException(
                    "model " + info.id() + ": its labels are " + info.labels() + ", not " + LABELS);
        }
        this.logits = info.property(ACTIVATION)
                .map(String::trim)
                .filter(SOFTMAX::equals)
                .isPresent();
        this.net = new CropNet(model, USUAL_SCALE);
    }

    /**
     * Looks at a face.
     *
     * @return probabilities in the order of {@link #LABELS}
     */
    public double[] look(FaceView face) throws VisionException {
        List<Cut> cut = List.of(new Cut(face.crop(net.cropScale())));
        float[] row = net.rows(cut, columns.length).get(0);
        double[] values = logits ? Softmax.of(row) : Softmax.shares(row);
        return Arrays.stream(columns).mapToDouble(column -> values[column]).toArray();
    }

    @Override
    public void close() {
        net.close();
    }
}
