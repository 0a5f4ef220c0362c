package org.lynceus.detector.faces.internal.attributes.net;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.attributes.view.EyeView;
import org.lynceus.detector.faces.internal.attributes.view.IrisView;
import org.lynceus.model.api.Model;
import org.opencv.core.Point;

/**
 * Finds pupils and lids. The graph (MediaPipe iris) gives 76 points (x, y, z) in pixels of its input for the eye on the right side
 * of the picture; the other eye is mirrored before and its points after. Points 0–15 lie along the
 * lids, point 71 is the middle of the pupil. Thread-safe.
 */
public final class IrisNet implements AutoCloseable {
    private static final int NUMBERS = 228;
    private static final int LIDS = 16;
    private static final int PUPIL = 71;
    private static final double USUAL_SCALE = 2.3;

    private final int size;
    private final CropNet net;

    /**
     * Binds a model of the role {@code iris-landmarks}.
     *
     * @throws IllegalArgumentException when its description does not fit
     */
    public IrisNet(Model model) {
        this.size = model.info().graphs().get(0).width();
        this.net = new CropNet(model, USUAL_SCALE);
    }

    /** Looks at eyes, all in one run. */
    public List<IrisView> look(List<EyeView> eyes) throws VisionException {
        List<Cut> cuts = eyes.stream()
                .map(eye -> new Cut(eye.crop(net.cropScale()), eye.onLeftSide()))
                .toList();
        List<float[]> rows = net.rows(cuts, NUMBERS);
        List<IrisView> irises = new ArrayList<>();
        for (int eye = 0; eye < cuts.size(); eye++) {
            irises.add(new IrisView(
                    mean(cuts.get(eye), rows.get(eye), PUPIL, PUPIL + 1), mean(cuts.get(eye), rows.get(eye), 0, LIDS)));
        }
        return irises;
    }

    @Override
    public void close() {
        net.close();
    }

    /** Mean of the points from one to before another, in pixels of the picture. */
    private Point mean(Cut cut, float[] row, int from, int to) {
        double x = 0;
        double y = 0;
        for (int point = from; point < to; point++) {
            x += row[3 * point] / (to - from);
            y += row[3 * point + 1] / (to - from);
        }
        return cut.crop().toPicture(cut.mirrored() ? size - 1 - x : x, y, size);
    }
}
