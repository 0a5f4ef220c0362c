package org.lynceus.packer.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lynceus.packer.graph.Output;

/** Recognises face detectors. */
final class FaceDetectors {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int POINTS = 10;
    private static final String KEYPOINTS = "eye-left,eye-right,nose,mouth-left,mouth-right";
    private static final String KEYPOINTS_WHY = "usual order; left and right as seen in the picture";
    private static final List<String> YUNET = List.of("cls", "obj", "bbox", "kps");

    private FaceDetectors() {}

    /** YuNet: classes, objectness, boxes and keypoints for each of three strides, told apart by their names. */
    static Optional<Family> yunet(Evidence evidence) {
        List<Output> ordered = new ArrayList<>();
        for (String kind : YUNET) {
            for (int stride : STRIDES) {
                evidence.named(kind + "_" + stride).ifPresent(ordered::add);
            }
        }
        if (ordered.size() != YUNET.size() * STRIDES.length) {
            return Optional.empty();
        }
        return Optional.of(
                Family.builder("yunet", "YuNet", "its outputs are called cls_8, obj_8, bbox_8, kps_8 and so on")
                        .feed(Feed.bgr("YuNet exports").bytes().letterboxed(false, 0))
                        .outputs(ordered)
                        .set("strides", "8,16,32", "names of the outputs")
                        .set("keypoints", KEYPOINTS, KEYPOINTS_WHY)
                        .build());
    }

    /** SCRFD: scores, box distances and, in most of its exports, keypoints for each of three strides. */
    static Optional<Family> scrfd(Evidence evidence) {
        for (int perCell : new int[] {2, 1}) {
            List<Output> ordered = new ArrayList<>();
            int kinds = evidence.outputs().size() / STRIDES.length;
            long[] widths = kinds == 3 ? new long[] {1, 4, POINTS} : new long[] {1, 4};
            for (long width : widths) {
                for (int stride : STRIDES) {
                    evidence.find(output ->
                                    output.axis(-1) == width && output.axis(-2) == perCell * evidence.cells(stride))
                            .ifPresent(ordered::add);
                }
            }
            if (ordered.size() == evidence.outputs().size() && ordered.size() >= 2 * STRIDES.length) {
                return Optional.of(scrfd(evidence, ordered, perCell));
            }
        }
        return Optional.empty();
    }

    private static Family scrfd(Evidence evidence, List<Output> ordered, int perCell) {
        Family.Builder family = Family.builder(
                        "scrfd",
                        "SCRFD",
                        ordered.size() + " outputs are scores, box distances"
                                + (ordered.size() > 6 ? " and keypoints" : "") + " of three strides")
                .feed(Feed.rgb("SCRFD exports").normalised(127.5, 128).letterboxed(false, 0))
                .outputs(ordered)
                .set("strides", "8,16,32", "sizes of the outputs")
                .set("anchors.per.cell", Integer.toString(perCell), "sizes of the outputs");
        return (ordered.size() > 2 * STRIDES.length ? family.set("keypoints", KEYPOINTS, KEYPOINTS_WHY) : family)
                .build();
    }

    /** RetinaFace: box regressions [1,N,4], scores [1,N,2] and keypoints [1,N,10], two anchors for each cell. */
    static Optional<Family> retinaFace(Evidence evidence) {
        long rows = 2 * evidence.cells(STRIDES);
        Comparator<Output> order =
                Comparator.comparing(output -> List.of(4L, 2L, 10L).indexOf(output.axis(-1)));
        List<Output> all = evidence.outputs().stream()
                .filter(output -> output.rank() == 3
                        && (output.axis(1) == rows || evidence.states("retinaface"))
                        && List.of(4L, 2L, 10L).contains(output.axis(2)))
                .sorted(order)
                .toList();
        if (all.size() != 3
                || all.stream().map(output -> output.axis(2)).distinct().count() != 3) {
            return Optional.empty();
        }
        return Optional.of(Family.builder(
                        "retinaface", "RetinaFace", "boxes, scores and keypoints for two anchors in each cell")
                .feed(Feed.bgr("RetinaFace exports").minus(104, 117, 123).letterboxed(false, 0))
                .outputs(all)
                .set("strides", "8,16,32", "number of anchors")
                .set("keypoints", KEYPOINTS, KEYPOINTS_WHY)
                .build());
    }

    /** UltraFace: scores [1,N,2] and finished boxes [1,N,4]. */
    static Optional<Family> ultraFace(Evidence evidence) {
        Optional<Output> scores = evidence.find(output -> output.rank() == 3 && output.axis(2) == 2);
        Optional<Output> boxes = scores.flatMap(found ->
                evidence.find(output -> output.rank() == 3 && output.axis(2) == 4 && output.axis(1) == found.axis(1)));
        if (boxes.isEmpty() || evidence.outputs().size() != 2) {
            return Optional.empty();
        }
        return Optional.of(
                Family.builder("ultraface", "UltraFace", scores.get() + " and " + boxes.get() + " are scores and boxes")
                        .feed(Feed.rgb("UltraFace exports").normalised(127, 128).stretched())
                        .outputs(scores.get(), boxes.get())
                        .build());
    }
}
