package org.lynceus.packer.family;

import java.util.Optional;

/** Recognises detectors and readers of text, PaddleOCR style. */
final class TextModels {
    private TextModels() {}

    /** Differentiable binarisation: a map of probabilities as large as the input. */
    static Optional<Family> db(Evidence evidence) {
        return evidence.find(output -> output.rank() == 4
                        && output.axis(1) == 1
                        && output.axis(2) == evidence.input().height()
                        && output.axis(3) == evidence.input().width())
                .map(output -> Family.builder("db", "PaddleOCR detector", output + " is a map as large as the input")
                        .feed(feed(evidence.freeSize()))
                        .outputs(output)
                        .build());
    }

    /** Connectionist temporal classification: [1,T,C], blank first. */
    static Optional<Family> ctc(Evidence evidence) {
        return evidence.find(output -> output.rank() == 3 && output.axis(0) == 1 && output.axis(2) > 2)
                .map(output -> Family.builder("ctc", "PaddleOCR recogniser", output + " has classes for each step")
                        .feed(Feed.bgr("PaddleOCR exports").normalised(127.5, 127.5))
                        .outputs(output)
                        .classes(output.axis(2))
                        .build());
    }

    private static Feed feed(boolean freeSize) {
        Feed feed = Feed.bgr("PaddleOCR exports").imageNet();
        return freeSize
                ? feed.with("short-side.min", "736")
                        .with("long-side.max", "1600")
                        .with("multiple", "32")
                : feed;
    }
}
