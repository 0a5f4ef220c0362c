package org.lynceus.packer;

import java.util.Map;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.family.Family;

/** What an image tower needs beside its graph: labels, their vectors, and how cosines become probabilities. */
final class TaggingNames {
    private TaggingNames() {}

    static void describe(
            Draft draft,
            Map<String, byte[]> files,
            String label,
            Family family,
            Optional<LabelChoice> choice,
            PackRequest request)
            throws ForgeException {
        LabelChoice names = choice.orElseThrow(() -> new ForgeException(
                label + " gives a vector; which labels it is compared with is missing: --labels FILE, one per line"));
        if (request.labelVectors().isEmpty()) {
            throw new ForgeException(
                    label
                            + " gives a vector; the vectors of the labels, made with the text tower, are missing: --label-vectors FILE.npy");
        }
        int dimension = family.outputs().get(0).values().length;
        files.put(
                LabelVectors.FILE,
                LabelVectors.read(
                        request.labelVectors().get(), names.labels().lines().size(), dimension));
        draft.fact("label-vectors", LabelVectors.FILE);
        boolean sigmoid = draft.get("activation", "").equals("sigmoid");
        if (draft.get("logit.scale", "").isEmpty()
                || sigmoid && draft.get("logit.bias", "").isEmpty()) {
            throw new ForgeException(label + " was trained with a scale and a bias of its own, which are missing:"
                    + " --logit-scale (model.logit_scale.exp()) and --logit-bias (model.logit_bias)");
        }
    }
}
