package org.lynceus.packer.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lynceus.packer.graph.Output;

/** Recognises the YOLO families: one output with a row or a column for each cell of a grid. */
final class GridDetectors {
    private static final int GREY = 114;
    private static final int ANCHORS_PER_CELL = 3;
    private static final int OBJECTNESS_AND_BOX = 5;
    private static final int BOX = 4;

    /** Strides of the grids, the usual ones first. */
    private static final List<int[]> STRIDES = List.of(
            new int[] {8, 16, 32},
            new int[] {8, 16, 32, 64},
            new int[] {4, 8, 16, 32},
            new int[] {16, 32},
            new int[] {8, 16},
            new int[] {8},
            new int[] {16},
            new int[] {32});

    private GridDetectors() {}

    /** YOLOX: [1,N,5+C], N = cells of the strides. */
    static Optional<Family> yolox(Evidence evidence) {
        return rows(evidence, "yolox", 1).map(found -> {
            boolean decoded = decoded(evidence, found.output());
            return Family.builder(
                            "yolox",
                            "YOLOX",
                            found.output() + " has a row for each cell of the strides " + found.strides()
                                    + "; a YOLOv5 of this size would have three")
                    .feed(Feed.bgr("YOLOX exports").bytes().letterboxed(false, GREY))
                    .outputs(found.output())
                    .classes(found.output().axis(2) - OBJECTNESS_AND_BOX)
                    .set("strides", found.strides(), "number of rows")
                    .set(
                            "boxes.decoded",
                            Boolean.toString(decoded),
                            decoded
                                    ? "a run on noise gives pixels"
                                    : "a run on noise gives offsets of cells, not pixels")
                    .build();
        });
    }

    /** YOLOv5 and v7: [1,N,5+C], N = three anchors for each cell; or any N when the labels say what the columns are. */
    static Optional<Family> yolov5(Evidence evidence) {
        return rows(evidence, "yolov5", ANCHORS_PER_CELL)
                .map(Rows::output)
                .or(() -> evidence.find(output -> table(output) && named(evidence, output.axis(2), OBJECTNESS_AND_BOX)))
                .map(output -> yolo("yolov5", "YOLOv5 or v7", output, output.axis(2) - OBJECTNESS_AND_BOX)
                        .build());
    }

    /** YOLOv8 to v11: [1,4+C,N]; turned round when the user says so. */
    static Optional<Family> yolov8(Evidence evidence) {
        if (evidence.states("yolov8")) {
            return evidence.find(GridDetectors::table)
                    .map(output -> yolov8(evidence, output, Math.min(output.axis(1), output.axis(2))));
        }
        return evidence.find(output -> table(output)
                        && output.axis(1) > BOX
                        && (named(evidence, output.axis(1), BOX)
                                || evidence.cells(STRIDES.get(0)) == output.axis(2)
                                || evidence.cells(STRIDES.get(1)) == output.axis(2)))
                .map(output -> yolov8(evidence, output, output.axis(1)));
    }

    private static Family yolov8(Evidence evidence, Output output, long numbers) {
        Family.Builder family = yolo("yolov8", "YOLOv8 to v11", output, numbers - BOX);
        double most = 0;
        for (float value : output.values()) {
            most = Math.max(most, value);
        }
        if (evidence.hints(".tflite") && most < 2) {
            family.set("boxes.space", "ratio", "a run on noise; exports to TensorFlow Lite do so");
        }
        return family.build();
    }

    private record Rows(Output output, String strides) {}

    private static Optional<Rows> rows(Evidence evidence, String decoder, int perCell) {
        for (Output output : evidence.outputs()) {
            if (table(output) && output.axis(2) > OBJECTNESS_AND_BOX) {
                for (int[] strides : STRIDES) {
                    if (output.axis(1) == perCell * evidence.cells(strides)) {
                        return Optional.of(new Rows(
                                output,
                                Setting.numbers(
                                        Arrays.stream(strides).asDoubleStream().toArray())));
                    }
                }
                if (evidence.states(decoder)) {
                    return Optional.of(new Rows(output, "8,16,32"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean table(Output output) {
        return output.rank() == 3 && output.axis(0) == 1;
    }

    /** Whether an axis has a place for each label that came with the graph, and some more. */
    private static boolean named(Evidence evidence, long axis, int more) {
        return evidence.labels().isPresent() && evidence.labels().getAsInt() == axis - more;
    }

    private static Family.Builder yolo(String decoder, String title, Output output, long classes) {
        return Family.builder(decoder, title, output + " has the form of its exports")
                .feed(Feed.rgb(title + " exports").ratios().letterboxed(true, GREY))
                .outputs(output)
                .classes(classes);
    }

    /** Whether centres are pixels: then some lie far from the origin; offsets inside cells do not. */
    private static boolean decoded(Evidence evidence, Output output) {
        int row = (int) output.axis(2);
        double most = 0;
        for (int i = 0; i < output.axis(1); i++) {
            most = Math.max(most, Math.max(output.values()[i * row], output.values()[i * row + 1]));
        }
        return most > Math.max(evidence.input().height(), evidence.input().width()) / 2.0;
    }
}
