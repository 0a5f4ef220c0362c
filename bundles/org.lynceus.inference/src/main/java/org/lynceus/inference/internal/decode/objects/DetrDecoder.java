package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.BoxFormat;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Scoring;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Slice;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedObject;

/**
 * Reads DETR and its kin: for each query the logits of the classes [1, Q, C] and a box [1, Q, 4], or both in one output
 * [1, Q, 4 + C]. Queries do not compete for a thing, so nothing is suppressed.
 *
 * <p>With {@code activation=softmax} (DETR) a query is one thing, its best class; one column means "nothing". With
 * {@code sigmoid} (Deformable DETR, RT-DETR, D-FINE) the best of all Q × C pairs are taken; {@code none} reads finished
 * scores likewise. Sources: arXiv 2005.12872, 2010.04159, 2304.08069.
 */
final class DetrDecoder implements Decoder<List<DetectedObject>> {
    private static final double THRESHOLD = 0.5;
    private static final double KEEP_ALL = 1;
    private static final int BOX = 4;

    private final ObjectReader reader;
    private final ClassScores scores;
    private final BoxTable boxTable;
    private final BoxFormat format;

    /** Makes a decoder of what the description says. */
    DetrDecoder(DecoderContext context) {
        Activation activation = context.choice(Scoring.ACTIVATION, Activation.SOFTMAX);
        boolean softmax = activation == Activation.SOFTMAX;
        Selection selection = Selection.of(context, THRESHOLD, KEEP_ALL);
        this.reader = new ObjectReader(
                Classes.of(context, softmax ? Classes.Background.LAST : Classes.Background.NONE), selection);
        this.scores = ClassScores.of(context, selection.threshold(), activation, !softmax);
        this.boxTable = BoxTable.of(context, true);
        this.format = BoxFormat.of(context, BoxFormat.Order.CXCYWH, BoxFormat.Space.RATIO);
    }

    @Override
    public List<DetectedObject> decode(Frame frame, Outputs outputs) {
        Candidates candidates = reader.selection().candidates();
        if (outputs.size() == 1) {
            Tensor both = outputs.require(
                    "boxes and " + reader.classes().columns() + " classes of queries in one output [1, Q, 4 + C]",
                    tensor -> Tables.hasColumns(tensor, tensor.axis(-1))
                            && reader.classes().fits(tensor.axis(-1) - BOX));
            read(frame, candidates, Slice.whole(both), Slice.columns(both, BOX));
        } else {
            Tensor boxes = boxTable.find(outputs);
            int queries = Tables.rows(boxes);
            Tensor logits = outputs.require(
                    "logits of " + reader.classes().columns() + " classes [1, " + queries + ", C]",
                    tensor -> tensor != boxes
                            && Tables.is(tensor, queries, tensor.axis(-1))
                            && reader.classes().fits(tensor.axis(-1)));
            read(frame, candidates, Slice.whole(boxes), Slice.whole(logits));
        }
        return reader.read(frame, candidates);
    }

    private void read(Frame frame, Candidates candidates, Slice boxes, Slice logits) {
        int[] labels = reader.classes().ofColumns(logits.columns(), logits.table());
        ClassScores.Found found = (query, label, score) ->
                format.add(candidates, frame, score, label, query, boxes.values(), boxes.index(query), 1);
        for (int query = 0; query < Tables.rows(logits.table()); query++) {
            scores.row(logits.values(), logits.index(query), labels, query, 1, found);
        }
    }
}
