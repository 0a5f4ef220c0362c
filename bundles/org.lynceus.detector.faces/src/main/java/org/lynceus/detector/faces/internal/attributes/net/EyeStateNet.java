package org.lynceus.detector.faces.internal.attributes.net;

import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.attributes.view.EyeView;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;

/** Tells an open from a closed eye. Thread-safe. */
public final class EyeStateNet implements AutoCloseable {
    private static final List<String> LABELS = List.of("closed", "open");
    private static final double USUAL_SCALE = 1.8;

    private final int open;
    private final CropNet net;

    /**
     * Binds a model of the role {@code eye-state}, which gives two logits.
     *
     * @throws IllegalArgumentException when its labels are not {@code closed} and {@code open} or its description does not fit
     */
    public EyeStateNet(Model model) {
        ModelInfo info = model.info();
        this.open = info.labels().indexOf("open");
        if (info.labels().size() != LABELS.size() || !info.labels().containsAll(LABELS)) {
            throw new IllegalArgumentException(
                    "model " + info.id() + ": its labels are " + info.labels() + ", not " + LABELS);
        }
        this.net = new CropNet(model, USUAL_SCALE);
    }

    /**
     * Looks at eyes, all in one run.
     *
     * @return for each, 0–1 that it is open
     */
    public double[] look(List<EyeView> eyes) throws VisionException {
        List<Cut> cuts =
                eyes.stream().map(eye -> new Cut(eye.crop(net.cropScale()))).toList();
        return net.rows(cuts, LABELS.size()).stream()
                .mapToDouble(row -> Softmax.of(row)[open])
                .toArray();
    }

    @Override
    public void close() {
        net.close();
    }
}
