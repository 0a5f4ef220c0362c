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
import org.lynceus.model.api.role.DetectedFace;

/**
 * Reads BlazeFace and its kin for palms, as MediaPipe has them: for each anchor a logit [1, N, 1] and x, y, w, h and points
 * in pixels of the input [1, N, 4 + 2 K], positions relative to the anchor.
 *
 * <p>Anchors are points in the cells of square grids. Source: BlazeFace, arXiv 1907.05047.
 */
final class BlazeFaceDecoder implements Decoder<List<DetectedFace>> {
    private static final double THRESHOLD = 0.5;
    private static final double IOU = 0.3;
    private static final double MIDDLE = 0.5;
    private static final int BOX = 4;
    private static final int FACE = 0;

    private final FaceReader reader;
    private final Scoring scoring;
    private final BlazeAnchors anchors;
    private final double offset;
    private final double size;

    /** Makes a decoder of what the description says. */
    BlazeFaceDecoder(DecoderContext context) {
        this.reader = FaceReader.of(context, THRESHOLD, IOU);
        this.scoring = Scoring.of(context, Activation.SIGMOID);
        this.anchors = BlazeAnchors.of(context);
        this.offset = context.ratio("anchors.offset", MIDDLE);
        this.size = context.number("anchors.size", 1, Float.MIN_NORMAL, Float.MAX_VALUE);
    }

    @Override
    public List<DetectedFace> decode(Frame frame, Outputs outputs) {
        MapTables tables = new MapTables(outputs, anchors.maps(frame, outputs));
        Candidates candidates = reader.selection().candidates();
        for (FeatureMap map : tables.maps()) {
            Slice logits = tables.require(map, "logits", 1);
            Slice numbers = numbers(tables, map);
            reader.checkPoints((numbers.columns() - BOX) / 2);
            read(frame, candidates, map, logits, numbers);
        }
        return reader.read(frame, candidates, box -> points(frame, tables, box));
    }

    private void read(Frame frame, Candidates candidates, FeatureMap map, Slice logits, Slice numbers) {
        float limit = scoring.inverse(reader.selection().threshold());
        float[] values = numbers.values();
        for (int box = map.first(); box < map.end(); box++) {
            float logit = logits.values()[logits.index(box - map.first())];
            if (logit > limit) {
                int from = numbers.index(box - map.first());
                double x = values[from] * size + anchorX(frame, map, box);
                double y = values[from + 1] * size + anchorY(frame, map, box);
                double halfWidth = values[from + 2] * size / 2;
                double halfHeight = values[from + 3] * size / 2;
                candidates.add(
                        scoring.score(logit),
                        FACE,
                        box,
                        (float) (x - halfWidth),
                        (float) (y - halfHeight),
                        (float) (x + halfWidth),
                        (float) (y + halfHeight));
            }
        }
    }

    private float[] points(Frame frame, MapTables tables, int box) {
        FeatureMap map = FeatureMap.of(tables.maps(), box);
        Slice numbers = numbers(tables, map);
        float[] pixels = new float[numbers.columns() - BOX];
        int from = numbers.index(box - map.first()) + BOX;
        for (int i = 0; i < pixels.length; i++) {
            double anchor = i % 2 == 0 ? anchorX(frame, map, box) : anchorY(frame, map, box);
            pixels[i] = (float) (numbers.values()[from + i] * size + anchor);
        }
        return pixels;
    }

    private double anchorX(Frame frame, FeatureMap map, int box) {
        return (map.column(box) + offset) / map.columns() * frame.width();
    }

    private double anchorY(Frame frame, FeatureMap map, int box) {
        return (map.row(box) + offset) / map.rows() * frame.height();
    }

    private static Slice numbers(MapTables tables, FeatureMap map) {
        return tables.all(map, columns -> columns >= BOX && columns % 2 == 0).stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no output holds boxes and points of a grid of " + map.columns()
                                + " x " + map.rows() + " [1, " + map.boxes() + ", 4 + 2 K] among " + tables.outputs()));
    }
}
