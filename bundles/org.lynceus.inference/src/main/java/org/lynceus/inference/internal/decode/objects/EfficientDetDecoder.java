package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import java.util.function.Function;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Strides;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.role.DetectedObject;

/**
 * Reads EfficientDet, and SSD before its boxes are decoded: for each anchor dy, dx, dh, dw [1, N, 4] and the scores of the
 * classes [1, N, C].
 *
 * <p>Centre and size of a box are (dy h + cy, dx w + cx) and (exp(dh) h, exp(dw) w) for an anchor (cy, cx, h, w). Source:
 * arXiv 1512.02325.
 */
final class EfficientDetDecoder implements Decoder<List<DetectedObject>> {
    private static final double THRESHOLD = 0.4;
    private static final double IOU = 0.5;
    private static final List<Integer> STRIDES = List.of(8, 16, 32, 64, 128);
    private static final int ANCHORS_OF_CELL = 9;
    private static final double ANCHOR_SIZE = 4;
    private static final double LARGEST_ANCHOR = 1000;
    private static final int BOX = 4;

    private final ObjectReader reader;
    private final ClassScores scores;
    private final BoxTable boxTable;
    private final Function<Frame, AnchorBoxes> anchors;

    /** Makes a decoder of what the description says. */
    EfficientDetDecoder(DecoderContext context) {
        Selection selection = Selection.of(context, THRESHOLD, IOU);
        this.reader = new ObjectReader(Classes.of(context, Classes.Background.NONE), selection);
        this.scores = ClassScores.of(context, selection.threshold(), Activation.NONE, true);
        this.boxTable = BoxTable.of(context, false);
        this.anchors = anchors(context);
    }

    @Override
    public List<DetectedObject> decode(Frame frame, Outputs outputs) {
        AnchorBoxes known = anchors.apply(frame);
        Tensor boxes = boxTable.find(outputs);
        if (Tables.rows(boxes) != known.count()) {
            throw new IllegalArgumentException("there are " + known.count() + " anchors, output " + boxes
                    + " has a box for each of " + Tables.rows(boxes));
        }
        Tensor classes = outputs.require(
                "scores of " + reader.classes().columns() + " classes for each anchor [1, " + known.count() + ", C]",
                tensor -> tensor != boxes
                        && Tables.is(tensor, known.count(), tensor.axis(-1))
                        && reader.classes().fits(tensor.axis(-1)));
        int columns = classes.axis(-1);
        int[] labels = reader.classes().ofColumns(columns, classes);
        Candidates candidates = reader.selection().candidates();
        ClassScores.Found found =
                (row, label, score) -> known.add(candidates, frame, score, label, row, boxes.values(), row * BOX);
        for (int row = 0; row < known.count(); row++) {
            scores.row(classes.values(), row * columns, labels, row, 1, found);
        }
        return reader.read(frame, candidates);
    }

    private static Function<Frame, AnchorBoxes> anchors(DecoderContext context) {
        if (AnchorBoxes.given(context)) {
            AnchorBoxes given = AnchorBoxes.of(context);
            return frame -> given;
        }
        Strides strides = Strides.of(context, STRIDES, ANCHORS_OF_CELL);
        double size = context.number("anchors.size", ANCHOR_SIZE, 0, LARGEST_ANCHOR);
        double[] divisors = AnchorBoxes.divisors(context);
        Function<Frame, AnchorBoxes> made = frame -> AnchorBoxes.efficientDet(strides, frame, size, divisors);
        GraphInfo graph = context.graph();
        if (!graph.fixedSize()) {
            return made;
        }
        AnchorBoxes once = made.apply(Frame.whole(graph.width(), graph.height(), graph.width(), graph.height()));
        return frame -> once;
    }
}
