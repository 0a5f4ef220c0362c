package org.lynceus.packer.family;

import java.util.Optional;

/** Families whose outputs have no form that tells them apart: they are taken when the user names their decoder. */
final class StatedModels {
    private static final int COCO_THINGS = 80;

    private StatedModels() {}

    /** NanoDet: scores and bins of box edges, in one output or two for each stride. */
    static Optional<Family> nanoDet(Evidence evidence) {
        if (!evidence.states("nanodet")) {
            return Optional.empty();
        }
        return Optional.of(Family.builder("nanodet", "NanoDet", "the decoder was named")
                .feed(Feed.bgr("NanoDet exports")
                        .with("mean", "103.53,116.28,123.675")
                        .with("scale", Setting.numbers(1 / 57.375, 1 / 57.12, 1 / 58.395))
                        .stretched())
                .outputs(evidence.outputs())
                .classes(evidence.labels().orElse(COCO_THINGS))
                .build());
    }

    /** BlazeFace: regressions and scores of anchors, whose places only the description knows. */
    static Optional<Family> blazeFace(Evidence evidence) {
        if (!evidence.states("blazeface")) {
            return Optional.empty();
        }
        return Optional.of(Family.builder("blazeface", "BlazeFace", "the decoder was named")
                .feed(Feed.rgb("MediaPipe models").normalised(127.5, 127.5).letterboxed(true, 0))
                .outputs(evidence.outputs())
                .build());
    }
}
