package org.lynceus.inference.internal.decode.faces;

import java.util.List;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.MapTables;
import org.lynceus.inference.internal.decode.boxes.Scoring;
import org.lynceus.inference.internal.decode.boxes.Slice;
import org.lynceus.inference.internal.decode.boxes.Strides;
import org.lynceus.model.api.role.DetectedFace;

/**
 * Reads YuNet as of 2023: for each cell of each stride a class score and an objectness [1, n, 1], x, y, w, h [1, n, 4] and
 * points [1, n, 2 K].
 *
 * <p>The score is the geometric mean of the two. The centre is ((column + x) s, (row + y) s), the size (exp(w) s, exp(h) s),
 * a point ((column + x) s, (row + y) s) for a cell of side s. Source: YuNet: A Tiny Millisecond-level Face Detector,
 * doi 10.1007/s11633-023-1423-y, and OpenCV's FaceDetectorYN.
 */
final class YuNetDecoder implements Decoder<List<DetectedFace>> {
    private static final double THRESHOLD = 0.7;
    private static final double IOU = 0.3;
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final int BOX = 4;
    private static final int FACE = 0;

    private final FaceReader reader;
    private final Scoring scoring;
    private final Strides strides;

    /** Makes a decoder of what the description says. */
    YuNetDecoder(DecoderContext context) {
        this.reader = FaceReader.of(context, THRESHOLD, IOU);
        this.scoring = Scoring.of(context, Activation.NONE);
        this.strides = Strides.of(context, STRIDES, 1);
    }

    @Override
    public List<DetectedFace> decode(Frame frame, Outputs outputs) {
        MapTables tables = new MapTables(outputs, strides.maps(frame));
        Candidates candidates = reader.selection().candidates();
        for (FeatureMap map : tables.maps()) {
            List<Slice> scores = tables.all(map, 1, 2, "class scores and objectness");
            read(candidates, map, scores.get(0), scores.get(1), tables.require(map, "boxes", BOX));
        }
        MapPoints points = new MapPoints(tables, 0);
        reader.checkPoints(points.count());
        return reader.read(frame, candidates, points::of);
    }

    private void read(Candidates candidates, FeatureMap map, Slice classes, Slice objectness, Slice boxes) {
        for (int box = map.first(); box < map.end(); box++) {
            int row = box - map.first();
            float score = (float) Math.sqrt((double) ratio(classes.values()[classes.index(row)])
                    * ratio(objectness.values()[objectness.index(row)]));
            if (score > reader.selection().threshold()) {
                float[] values = boxes.values();
                int from = boxes.index(row);
                double x = (map.column(box) + values[from]) * map.stride();
                double y = (map.row(box) + values[from + 1]) * map.stride();
                double halfWidth = Math.exp(values[from + 2]) * map.stride() / 2;
                double halfHeight = Math.exp(values[from + 3]) * map.stride() / 2;
                candidates.add(
                        score,
                        FACE,
                        box,
                        (float) (x - halfWidth),
                        (float) (y - halfHeight),
                        (float) (x + halfWidth),
                        (float) (y + halfHeight));
            }
        }
    }

    /** Score of a number, which may leave 0–1 by a little. */
    private float ratio(float number) {
        return Math.max(0, Math.min(1, scoring.score(number)));
    }
}
