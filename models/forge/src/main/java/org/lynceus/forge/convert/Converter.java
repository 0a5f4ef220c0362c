package org.lynceus.forge.convert;

import org.lynceus.forge.ForgeException;

/** Turns a weight file of one format into an ONNX graph. One implementation per format; stateless. */
@FunctionalInterface
public interface Converter {
    /**
     * Converts a file.
     *
     * @param weights the file, and those that belong to it
     * @param request what the graph should look like
     * @return the graph, and files that go with it
     * @throws ForgeException when the file is damaged or holds something without a conversion; the message names the
     *     model and, where it applies, operator and tensor
     */
    Converted convert(Weights weights, GraphRequest request) throws ForgeException;
}
