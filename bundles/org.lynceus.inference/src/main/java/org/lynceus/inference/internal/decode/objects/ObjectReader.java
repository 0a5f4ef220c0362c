package org.lynceus.inference.internal.decode.objects;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.BoundingBox;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.model.api.role.DetectedObject;

/**
 * What the decoders of all families share: from scored boxes to things in the picture.
 *
 * @param classes of the graph
 * @param selection of its boxes
 */
record ObjectReader(Classes classes, Selection selection) {
    /** The results among the candidates, best first, clipped to the picture. */
    List<DetectedObject> read(Frame frame, Candidates candidates) {
        int[] best = selection.best(candidates);
        List<DetectedObject> objects = new ArrayList<>(best.length);
        for (int index : best) {
            BoundingBox box = frame.clippedBox(
                    candidates.x1(index), candidates.y1(index), candidates.x2(index), candidates.y2(index));
            if (box.width() > 0 && box.height() > 0) {
                int label = candidates.label(index);
                objects.add(new DetectedObject(
                        label, classes.name(label), Selection.confidence(candidates.score(index)), box));
            }
        }
        return objects;
    }
}
