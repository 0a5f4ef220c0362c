package org.lynceus.packer.family;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lynceus.packer.graph.Output;

/** Recognises models that give one vector for a picture: classes, or a place in a space of meanings. */
final class PictureModels {
    private static final Set<String> PROBABILITIES = Set.of("Softmax", "Sigmoid");
    private static final double SUM_TOLERANCE = 1e-3;
    private static final double CLIP_SCALE = 100;

    private static final String ALIGNMENT =
            "38.2946,51.6963,73.5318,51.5014,56.0252,71.7366,41.5493,92.3655,70.7299,92.2041";

    private static final String UNCALIBRATED = "not calibrated";

    private static final int DLIB_SIDE = 150;
    private static final String DLIB = "dlib's face_recognition_resnet_model_v1";
    private static final String DLIB_ALIGNMENT =
            "44.637,44.363,102.433,44.060,72.891,76.203,49.155,104.614,98.631,104.224";

    private PictureModels() {}

    /** Classifiers: [1,C]. */
    static Optional<Family> classification(Evidence evidence) {
        return vector(evidence, "logits", "probabilities", "output").map(output -> {
            String activation = activation(evidence, output);
            return Family.builder("classification", "classifier", output + " has a value for each class")
                    .feed(Feed.rgb("exports trained on ImageNet").imageNet().cropped(0.875))
                    .outputs(output)
                    .classes(output.values().length)
                    .set(
                            "activation",
                            activation,
                            activation.equals("none")
                                    ? "the values of a run are probabilities"
                                    : "the values of a run are no probabilities")
                    .build();
        });
    }

    /** Image towers of CLIP, SigLIP and their relatives: [1,D]. */
    static Optional<Family> tagging(Evidence evidence) {
        boolean sigmoid = "sigmoid".equals(evidence.stated().get("activation"))
                || evidence.stated().containsKey("logit.bias")
                || !evidence.stated().containsKey("activation") && evidence.hints("siglip");
        return vector(evidence, "image_embeds", "image_features", "pooler_output")
                .map(output -> {
                    Family.Builder family = Family.builder(
                                    "tagging",
                                    sigmoid ? "SigLIP image tower" : "CLIP image tower",
                                    output + (sigmoid ? " and a sigmoid or a bias" : " and no sign of SigLIP"))
                            .outputs(output);
                    if (sigmoid) {
                        return family.feed(Feed.rgb("SigLIP exports")
                                        .normalised(127.5, 127.5)
                                        .stretched())
                                .set("activation", "sigmoid", "SigLIP")
                                .build();
                    }
                    return family.feed(
                                    Feed.rgb("CLIP exports").clip().cropped(1).with("interpolation", "cubic"))
                            .set("activation", "softmax", "CLIP")
                            .set("logit.scale", Setting.numbers(CLIP_SCALE), "CLIP's trained scale ends at 100")
                            .build();
                });
    }

    /** Face encoders: [1,D]. */
    static Optional<Family> embedding(Evidence evidence) {
        return vector(evidence, "embedding", "output").map(output -> {
            Feed feed = evidence.normalisedInside()
                    ? Feed.rgb("the graph begins with its own normalisation").bytes()
                    : Feed.rgb("ArcFace exports").normalised(127.5, 127.5);
            Family.Builder family = Family.builder(
                            "embedding", "face encoder (ArcFace style)", output + " is one vector")
                    .feed(feed)
                    .outputs(output)
                    .set("embedding.dimension", Integer.toString(output.values().length), output.toString());
            if (evidence.input().height() == DLIB_SIDE && evidence.hints(".dat")) {
                return family.set("embedding.mirror", "true", DLIB)
                        .set("alignment.size", "150", DLIB)
                        .set("alignment.template", DLIB_ALIGNMENT, DLIB)
                        .set("similarity.slope", "159", DLIB)
                        .set("similarity.midpoint", "0.9217", DLIB)
                        .build();
            }
            return family.set("embedding.mirror", "false", "true adds the mirrored face, in twice the time")
                    .set("alignment.size", "112", "side of the square of the template")
                    .set("alignment.template", ALIGNMENT, "the five points of ArcFace training")
                    .set("similarity.slope", "20", UNCALIBRATED)
                    .set("similarity.midpoint", "0.3", UNCALIBRATED)
                    .build();
        });
    }

    private static Optional<Output> vector(Evidence evidence, String... names) {
        Optional<Output> named = evidence.named(names).filter(PictureModels::vector);
        List<Output> vectors =
                evidence.outputs().stream().filter(PictureModels::vector).toList();
        return named.or(() -> vectors.size() == 1 ? Optional.of(vectors.get(0)) : Optional.empty());
    }

    /** One row of at least two numbers, whatever axes of length 1 it has. */
    private static boolean vector(Output output) {
        return output.rank() >= 1
                && output.values().length > 1
                && output.shape().stream().filter(size -> size != 1).count() == 1;
    }

    private static String activation(Evidence evidence, Output output) {
        double sum = 0;
        boolean ratios = true;
        for (float value : output.values()) {
            sum += value;
            ratios &= value >= 0 && value <= 1;
        }
        boolean finished = PROBABILITIES.contains(evidence.makers().getOrDefault(output.name(), ""));
        return ratios && (finished || Math.abs(sum - 1) < SUM_TOLERANCE) ? "none" : "softmax";
    }
}
