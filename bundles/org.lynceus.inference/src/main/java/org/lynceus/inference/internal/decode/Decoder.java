package org.lynceus.inference.internal.decode;

/**
 * Reads the outputs of one family of models. Immutable: threads share it.
 *
 * @param <O> what it gives
 */
@FunctionalInterface
public interface Decoder<O> {
    /**
     * Reads the outputs for one picture.
     *
     * @param frame what of the picture the input showed
     * @param outputs of the graph, for a batch of one; the values may be overwritten
     * @throws IllegalArgumentException when the outputs are not those of the family; says in one sentence which they are
     *     and which they should be. It happens when the model is loaded, since that decodes a run on zeros.
     */
    O decode(Frame frame, Outputs outputs);
}
