package org.lynceus.encoder.faces.internal;

import java.util.Optional;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncoderModel;
import org.lynceus.model.api.Model;

/**
 * An encoder that runs one model.
 *
 * @param encoder owned by whoever made it
 * @param model names it
 * @param ranking of the model among those of its role
 * @param fusion how it wants to be joined with another one
 */
record SingleEncoder(AligningEncoder encoder, EncoderModel model, int ranking, Optional<Fusion> fusion) {
    /**
     * Makes an encoder of a model.
     *
     * @throws IllegalArgumentException when the model does not say what an encoder needs to know, or its graph does not
     *     fit what it says
     */
    static SingleEncoder of(Model model, int ranking) {
        Optional<Fusion> fusion = Fusion.of(model.info());
        AligningEncoder encoder = new AligningEncoder(model);
        return new SingleEncoder(encoder, EncoderModel.of(model.info(), encoder.version()), ranking, fusion);
    }
}
