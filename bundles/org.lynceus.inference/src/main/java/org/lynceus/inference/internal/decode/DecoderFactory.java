package org.lynceus.inference.internal.decode;

/**
 * Makes a decoder of what a model's description says.
 *
 * @param <O> what the decoder gives
 */
@FunctionalInterface
public interface DecoderFactory<O> {
    /**
     * Makes the decoder of a graph, when the model is loaded.
     *
     * @throws IllegalArgumentException when the description is wrong; names the key, as the context's exceptions do
     */
    Decoder<O> create(DecoderContext context);
}
