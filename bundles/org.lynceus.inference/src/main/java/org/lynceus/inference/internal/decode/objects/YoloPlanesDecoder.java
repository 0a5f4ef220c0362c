package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import java.util.Optional;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.BoxFormat;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedObject;

/**
 * Reads YOLO v8 to v11: one output [1, 4 + C, N], decoded boxes and the scores of their classes without objectness, the
 * numbers of one kind for all boxes next to each other. Also takes the output turned round, [1, N, 4 + C].
 */
final class YoloPlanesDecoder implements Decoder<List<DetectedObject>> {
    private static final double THRESHOLD = 0.25;
    private static final double IOU = 0.7;
    private static final int BOX = 4;
    private static final int PLANES_AXIS = -2;

    private final ObjectReader reader;
    private final ClassScores scores;
    private final BoxFormat format;

    /** Makes a decoder of what the description says. */
    YoloPlanesDecoder(DecoderContext context) {
        Selection selection = Selection.of(context, THRESHOLD, IOU);
        this.reader = new ObjectReader(Classes.of(context, Classes.Background.NONE), selection);
        this.scores = ClassScores.ofEach(context, selection.threshold(), false);
        this.format = BoxFormat.of(context, BoxFormat.Order.CXCYWH, BoxFormat.Space.PIXEL);
    }

    @Override
    public List<DetectedObject> decode(Frame frame, Outputs outputs) {
        int numbers = BOX + reader.classes().size();
        Candidates candidates = reader.selection().candidates();
        Optional<Tensor> planes = outputs.find(
                tensor -> tensor.axis(PLANES_AXIS) == numbers && Tables.hasColumns(tensor, tensor.axis(-1)));
        if (planes.isPresent()) {
            readPlanes(frame, candidates, planes.get());
        } else {
            readRows(
                    frame,
                    candidates,
                    outputs.require(
                            "boxes and the scores of " + reader.classes().size() + " classes [1, " + numbers + ", N]",
                            tensor -> Tables.hasColumns(tensor, numbers)));
        }
        return reader.read(frame, candidates);
    }

    private void readPlanes(Frame frame, Candidates candidates, Tensor output) {
        int boxes = output.axis(-1);
        int[] labels = reader.classes().ofColumns(output.axis(PLANES_AXIS) - BOX, output);
        scores.planes(
                output.values(),
                BOX * boxes,
                labels,
                boxes,
                (box, label, score) -> format.add(candidates, frame, score, label, box, output.values(), box, boxes));
    }

    private void readRows(Frame frame, Candidates candidates, Tensor output) {
        int columns = output.axis(-1);
        int[] labels = reader.classes().ofColumns(columns - BOX, output);
        ClassScores.Found found = (row, label, score) ->
                format.add(candidates, frame, score, label, row, output.values(), row * columns, 1);
        for (int row = 0; row < Tables.rows(output); row++) {
            scores.row(output.values(), row * columns + BOX, labels, row, 1, found);
        }
    }
}
