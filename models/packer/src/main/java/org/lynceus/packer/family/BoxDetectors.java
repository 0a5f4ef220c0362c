package org.lynceus.packer.family;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lynceus.packer.graph.Output;

/** Recognises detectors with anchors, and those whose graph ends with finished detections. */
final class BoxDetectors {
    private static final int COCO_IDS = 91;
    private static final int COCO_THINGS = 80;
    private static final int ROW = 6;
    private static final int MOST_ROWS = 1000;
    private static final int GREY = 114;

    private BoxDetectors() {}

    /** EfficientDet without its post-processing: regressions, class scores and a table of anchors. */
    static Optional<Family> efficientDet(Evidence evidence) {
        Optional<Output> boxes = evidence.find(output -> output.rank() == 3 && output.axis(2) == 4);
        Optional<Output> scores = boxes.flatMap(found ->
                evidence.find(output -> output != found && output.rank() == 3 && output.axis(1) == found.axis(1)));
        if (scores.isEmpty() || !(evidence.anchors() || evidence.states("efficientdet"))) {
            return Optional.empty();
        }
        return Optional.of(Family.builder(
                        "efficientdet",
                        "EfficientDet",
                        boxes.get() + " and " + scores.get() + " are box regressions and class scores of anchors")
                .feed(Feed.rgb("EfficientDet-Lite exports").normalised(127, 128).stretched())
                .outputs(boxes.get(), scores.get())
                .classes(scores.get().axis(2))
                .build());
    }

    /** Detectors that suppress overlaps themselves and give one row for each thing, as YOLOv10 does: [1,N,6]. */
    static Optional<Family> rows(Evidence evidence) {
        return evidence.find(output -> output.rank() == 3
                        && output.axis(2) == ROW
                        && output.axis(1) <= MOST_ROWS
                        && evidence.outputs().size() == 1)
                .map(output -> Family.builder(
                                "ssd",
                                "finished detections (YOLOv10 style)",
                                output + " has a box, a score and a class in each row")
                        .feed(Feed.rgb("YOLOv10 exports").ratios().letterboxed(true, GREY))
                        .outputs(output)
                        .classes(evidence.labels().orElse(COCO_THINGS))
                        .set("boxes.order", "xyxy", "YOLOv10 exports")
                        .set("boxes.space", "pixel", "YOLOv10 exports")
                        .build());
    }

    /** SSD when the user says so: boxes, and scores of all classes or classes and scores, in the order of the outputs. */
    static Optional<Family> stated(Evidence evidence) {
        if (!evidence.states("ssd")) {
            return Optional.empty();
        }
        OptionalInt columns = evidence.outputs().stream()
                .filter(output -> output.rank() == 3 && output.axis(2) != 4)
                .mapToInt(output -> (int) output.axis(2))
                .findFirst();
        return Optional.of(Family.builder("ssd", "detector with finished boxes (SSD style)", "the decoder was named")
                .feed(Feed.rgb("exports of this kind").ratios().stretched())
                .outputs(evidence.outputs())
                .classes(evidence.labels().orElse(columns.orElse(COCO_THINGS)))
                .build());
    }

    /** SSD as TensorFlow exports it, RT-DETR with its post-processing: boxes, classes and scores of detections. */
    static Optional<Family> ssd(Evidence evidence) {
        Optional<Output> boxes = evidence.named("detection_boxes", "boxes", "bboxes")
                .filter(output -> output.rank() == 3 && output.axis(2) == 4);
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        long count = boxes.get().axis(1);
        Optional<Output> classes = evidence.named("detection_classes", "labels", "classes")
                .filter(output -> output.rank() == 2 && output.axis(1) == count);
        Optional<Output> scores = evidence.named("detection_scores", "scores")
                .filter(output -> output.rank() == 2 && output.axis(1) == count);
        if (classes.isEmpty() || scores.isEmpty()) {
            return Optional.empty();
        }
        boolean tensorFlow = boxes.get().name().equals("detection_boxes");
        Family.Builder family = Family.builder(
                        "ssd",
                        "finished detections (SSD style)",
                        "the outputs are called " + boxes.get().name() + ", "
                                + classes.get().name() + ", " + scores.get().name())
                .feed(
                        tensorFlow
                                ? Feed.rgb("TensorFlow exports").bytes().stretched()
                                : Feed.rgb("exports of this kind").ratios().stretched())
                .outputs(List.of(boxes.get(), classes.get(), scores.get()))
                .classes(evidence.labels().orElse(tensorFlow ? COCO_IDS : COCO_THINGS))
                .set("boxes.order", tensorFlow ? "yxyx" : "xyxy", "name of the output")
                .set("boxes.space", largest(boxes.get()) > 2 ? "pixel" : "ratio", "a run on noise");
        if (tensorFlow && evidence.labels().isPresent()) {
            family.set("classes.first", "1", "TensorFlow exports count from 1");
        }
        return Optional.of(family.build());
    }

    private static double largest(Output boxes) {
        double largest = 0;
        for (float value : boxes.values()) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
