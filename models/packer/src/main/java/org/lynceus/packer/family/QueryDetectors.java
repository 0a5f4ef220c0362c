package org.lynceus.packer.family;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lynceus.packer.graph.Output;

/** Recognises the DETR families: logits [1,Q,C] and boxes [1,Q,4] of a few hundred queries. */
final class QueryDetectors {
    private static final int MOST_QUERIES = 2000;
    private static final int COCO_91_AND_NOTHING = 92;
    private static final Set<String> NAMES = Set.of("logits", "pred_logits", "pred_boxes");

    private QueryDetectors() {}

    /** DETR, RT-DETR, D-FINE and their relatives. */
    static Optional<Family> detr(Evidence evidence) {
        Optional<Output> boxes = evidence.named("pred_boxes", "boxes")
                .filter(QueryDetectors::boxes)
                .or(() -> evidence.find(output -> boxes(output) && output.name().contains("box")))
                .or(() -> evidence.find(output -> boxes(output) && ratios(output)))
                .or(() -> evidence.find(QueryDetectors::boxes));
        Optional<Output> logits = boxes.flatMap(found -> evidence.named("logits", "pred_logits")
                .or(() -> evidence.find(output -> output != found
                        && output.rank() == 3
                        && output.axis(0) == 1
                        && output.axis(1) == found.axis(1)
                        && output.axis(2) > 1)));
        boolean named = evidence.outputs().stream().anyMatch(output -> NAMES.contains(output.name()));
        boolean few = boxes.isPresent() && boxes.get().axis(1) <= MOST_QUERIES;
        if (logits.isEmpty()
                || !few
                || !(named || evidence.states("detr") || evidence.outputs().size() == 2)) {
            return Optional.empty();
        }
        return Optional.of(family(evidence, logits.get(), boxes.get()));
    }

    private static Family family(Evidence evidence, Output logits, Output boxes) {
        boolean softmax = softmax(evidence, logits.axis(2));
        String why = "logits for " + logits.axis(2) + (softmax ? " classes, the last of them nothing" : " classes");
        Feed feed = softmax
                ? Feed.rgb("DETR exports").imageNet().stretched()
                : Feed.rgb("RT-DETR and D-FINE exports").ratios().stretched();
        return Family.builder(
                        "detr",
                        softmax ? "DETR" : "RT-DETR or D-FINE",
                        logits + " and " + boxes + " are logits and boxes of queries")
                .feed(feed)
                .outputs(logits, boxes)
                .classes(
                        softmax && !"none".equals(evidence.stated().get("background"))
                                ? logits.axis(2) - 1
                                : logits.axis(2))
                .set("activation", softmax ? "softmax" : "sigmoid", why)
                .set("background", softmax ? "last" : "none", why)
                .build();
    }

    /** Softmax families have a class more than names: nothing. */
    private static boolean softmax(Evidence evidence, long classes) {
        Map<String, String> stated = evidence.stated();
        if (stated.containsKey("activation")) {
            return stated.get("activation").equals("softmax");
        }
        if (evidence.labels().isPresent()) {
            return evidence.labels().getAsInt() == classes - 1;
        }
        return classes == COCO_91_AND_NOTHING;
    }

    private static boolean ratios(Output output) {
        for (float value : output.values()) {
            if (value < 0 || value > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean boxes(Output output) {
        return output.rank() == 3 && output.axis(0) == 1 && output.axis(2) == 4;
    }
}
