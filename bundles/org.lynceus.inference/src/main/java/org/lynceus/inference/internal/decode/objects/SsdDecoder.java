package org.lynceus.inference.internal.decode.objects;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.BoxFormat;
import org.lynceus.inference.internal.decode.boxes.BoxFormat.Order;
import org.lynceus.inference.internal.decode.boxes.BoxFormat.Space;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedObject;

/**
 * Reads detectors whose graph decodes the boxes itself, as SSD exports do, in one of four forms:
 *
 * <ul>
 *   <li>boxes [1, N, 4], classes [1, N], scores [1, N] and, if it likes, their count [1];
 *   <li>one output [1, N, 6]: box, score, class, as detectors without non-maximum suppression give it;
 *   <li>one output [1, 1, N, 7]: number of the picture, class, score, box;
 *   <li>boxes [1, N, 4] and the scores of all classes [1, N, C], not yet suppressed.
 * </ul>
 */
final class SsdDecoder implements Decoder<List<DetectedObject>> {
    private static final double THRESHOLD = 0.4;
    private static final double KEEP_ALL = 1;
    private static final double IOU = 0.5;
    private static final int BOX = 4;
    private static final int SHORT_ROW = 6;
    private static final int LONG_ROW = 7;
    private static final int MOST_CLASSES = 1_000_000;

    private final ObjectReader suppressed;
    private final ObjectReader reader;
    private final ClassScores scores;
    private final BoxTable boxTable;
    private final DecoderContext context;
    private final int firstClass;

    /** Makes a decoder of what the description says. */
    SsdDecoder(DecoderContext context) {
        Classes classes = Classes.of(context, Classes.Background.NONE);
        Selection selection = Selection.of(context, THRESHOLD, IOU);
        this.suppressed = new ObjectReader(classes, Selection.of(context, THRESHOLD, KEEP_ALL));
        this.reader = new ObjectReader(classes, selection);
        this.scores = ClassScores.of(context, selection.threshold(), Activation.NONE, true);
        this.boxTable = BoxTable.of(context, false);
        this.context = context;
        this.firstClass = context.integer("classes.first", 0, 0, MOST_CLASSES);
        BoxFormat.of(context, Order.YXYX, Space.RATIO);
    }

    @Override
    public List<DetectedObject> decode(Frame frame, Outputs outputs) {
        return outputs.size() == 1 ? rows(frame, outputs.get(0)) : tables(frame, outputs);
    }

    private List<DetectedObject> rows(Frame frame, Tensor output) {
        boolean isLong = Tables.hasColumns(output, LONG_ROW);
        if (!isLong && !Tables.hasColumns(output, SHORT_ROW)) {
            throw new IllegalArgumentException("one output of decoded boxes is [1, N, " + SHORT_ROW + "] or [1, 1, N, "
                    + LONG_ROW + "], not " + output);
        }
        int columns = isLong ? LONG_ROW : SHORT_ROW;
        int box = isLong ? LONG_ROW - BOX : 0;
        int score = isLong ? 2 : BOX;
        int classNumber = isLong ? 1 : BOX + 1;
        BoxFormat format = BoxFormat.of(context, Order.XYXY, isLong ? Space.RATIO : Space.PIXEL);
        Candidates candidates = suppressed.selection().candidates();
        for (int row = 0; row < Tables.rows(output); row++) {
            int at = row * columns;
            add(candidates, frame, format, output, row, at + box, output.at(at + score), output.at(at + classNumber));
        }
        return suppressed.read(frame, candidates);
    }

    private List<DetectedObject> tables(Frame frame, Outputs outputs) {
        Tensor boxes = boxTable.find(outputs);
        int rows = Tables.rows(boxes);
        BoxFormat format = BoxFormat.of(context, Order.YXYX, Space.RATIO);
        List<Tensor> lists = outputs.all(tensor -> tensor != boxes && tensor.size() == rows);
        if (lists.size() >= 2) {
            return lists(frame, format, boxes, lists, outputs);
        }
        Tensor all = outputs.require(
                "classes [1, " + rows + "] and scores [1, " + rows + "], or scores of "
                        + reader.classes().columns() + " classes [1, " + rows + ", C],",
                tensor -> tensor != boxes
                        && Tables.is(tensor, rows, tensor.axis(-1))
                        && reader.classes().fits(tensor.axis(-1)));
        return allClasses(frame, format, boxes, all);
    }

    private List<DetectedObject> allClasses(Frame frame, BoxFormat format, Tensor boxes, Tensor classes) {
        int columns = classes.axis(-1);
        int[] labels = reader.classes().ofColumns(columns, classes);
        Candidates candidates = reader.selection().candidates();
        ClassScores.Found found =
                (row, label, score) -> format.add(candidates, frame, score, label, row, boxes.values(), row * BOX, 1);
        for (int row = 0; row < Tables.rows(boxes); row++) {
            scores.row(classes.values(), row * columns, labels, row, 1, found);
        }
        return reader.read(frame, candidates);
    }

    private List<DetectedObject> lists(
            Frame frame, BoxFormat format, Tensor boxes, List<Tensor> lists, Outputs outputs) {
        int rows = Tables.rows(boxes);
        Tensor found = named(lists, "score", "conf", "prob").orElse(lists.get(1));
        Tensor classNumbers = named(lists, "class", "label")
                .filter(list -> list != found)
                .orElse(lists.get(found == lists.get(0) ? 1 : 0));
        int count = outputs.find(
                        tensor -> tensor.size() == 1 && tensor != boxes && tensor != classNumbers && tensor != found)
                .map(tensor -> Math.min(rows, Math.round(tensor.at(0))))
                .orElse(rows);
        Candidates candidates = suppressed.selection().candidates();
        for (int row = 0; row < count; row++) {
            add(candidates, frame, format, boxes, row, row * BOX, found.at(row), classNumbers.at(row));
        }
        return suppressed.read(frame, candidates);
    }

    private void add(
            Candidates candidates,
            Frame frame,
            BoxFormat format,
            Tensor boxes,
            int row,
            int from,
            float score,
            float classNumber) {
        float scored = scores.scoring().score(score);
        int label = Float.isNaN(classNumber) ? -1 : Math.round(classNumber) - firstClass;
        if (scored > suppressed.selection().threshold() && suppressed.classes().real(label)) {
            format.add(candidates, frame, scored, label, row, boxes.values(), from, 1);
        }
    }

    /** The first list whose name has one of the words in it; none where the description gives the order. */
    private Optional<Tensor> named(List<Tensor> lists, String... words) {
        return lists.stream()
                .filter(list -> !boxTable.ordered())
                .filter(list -> Arrays.stream(words).anyMatch(list.name().toLowerCase(Locale.ROOT)::contains))
                .findFirst();
    }
}
