package org.lynceus.inference.internal.decode.faces;

import java.util.List;
import java.util.Optional;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedFace;

/**
 * Reads RetinaFace: for each prior x, y, w, h [1, N, 4], the scores of nothing and face [1, N, 2] and, where the graph has
 * them, points [1, N, 2 K].
 *
 * <p>Priors are squares of some sizes in the middle of each cell of each stride. The centre of a box and its points lie at
 * prior + v0 (x, y) side, its extents are side exp(v1 (w, h)). Source: RetinaFace, arXiv 1905.00641; the variances v0 and
 * v1 are those of SSD, arXiv 1512.02325.
 */
final class RetinaFaceDecoder implements Decoder<List<DetectedFace>> {
    private static final double THRESHOLD = 0.6;
    private static final double IOU = 0.4;
    private static final String VARIANCES = "variances";
    private static final List<Double> USUAL_VARIANCES = List.of(0.1, 0.2);
    private static final int BOX = 4;
    private static final int FACE = 0;
    private static final float[] NO_POINTS = {};

    private final FaceReader reader;
    private final TwoClasses classes;
    private final Priors priors;
    private final double moving;
    private final double stretching;

    /** Makes a decoder of what the description says. */
    RetinaFaceDecoder(DecoderContext context) {
        this.reader = FaceReader.of(context, THRESHOLD, IOU);
        this.classes = TwoClasses.of(context, reader.selection().threshold());
        this.priors = Priors.of(context);
        List<Double> variances = context.has(VARIANCES) ? context.numbers(VARIANCES) : USUAL_VARIANCES;
        if (variances.size() != 2 || variances.stream().anyMatch(variance -> !(variance > 0))) {
            throw context.wrong(VARIANCES, "are not two positive numbers: " + variances);
        }
        this.moving = variances.get(0);
        this.stretching = variances.get(1);
    }

    @Override
    public List<DetectedFace> decode(Frame frame, Outputs outputs) {
        Tensor scores = Tables.require(outputs, "scores of nothing and face", TwoClasses.COLUMNS);
        int rows = Tables.rows(scores);
        List<FeatureMap> maps = priors.strides().maps(frame, rows);
        Tensor boxes = Tables.require(outputs, "boxes", rows, BOX);
        Optional<Tensor> points = outputs.find(tensor -> tensor != boxes
                && tensor != scores
                && Tables.is(tensor, rows, tensor.axis(-1))
                && tensor.axis(-1) % 2 == 0);
        reader.checkPoints(points.map(tensor -> tensor.axis(-1) / 2).orElse(0));
        Candidates candidates = reader.selection().candidates();
        classes.scan(scores, (row, score) -> addBox(candidates, maps, boxes, row, score));
        return reader.read(
                frame,
                candidates,
                row -> points.map(tensor -> points(maps, tensor, row)).orElse(NO_POINTS));
    }

    private void addBox(Candidates candidates, List<FeatureMap> maps, Tensor boxes, int row, float score) {
        FeatureMap map = FeatureMap.of(maps, row);
        double side = priors.side(maps, map, row);
        int from = row * BOX;
        double x = middle(map, map.column(row)) + moving * boxes.at(from) * side;
        double y = middle(map, map.row(row)) + moving * boxes.at(from + 1) * side;
        double halfWidth = side * Math.exp(stretching * boxes.at(from + 2)) / 2;
        double halfHeight = side * Math.exp(stretching * boxes.at(from + 3)) / 2;
        candidates.add(
                score, FACE, row, (float) (x - halfWidth), (float) (y - halfHeight), (float) (x + halfWidth), (float)
                        (y + halfHeight));
    }

    private float[] points(List<FeatureMap> maps, Tensor points, int row) {
        FeatureMap map = FeatureMap.of(maps, row);
        double side = priors.side(maps, map, row);
        int columns = points.axis(-1);
        float[] pixels = new float[columns];
        for (int i = 0; i < columns; i++) {
            double centre = middle(map, i % 2 == 0 ? map.column(row) : map.row(row));
            pixels[i] = (float) (centre + moving * points.at(row * columns + i) * side);
        }
        return pixels;
    }

    private static double middle(FeatureMap map, int cell) {
        return (cell + 0.5) * map.stride();
    }
}
