package org.lynceus.forge.convert.tfjs;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Converter;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.ClipChain;
import org.lynceus.forge.onnx.ScaledConvolution;

/**
 * Converts TensorFlow.js models: graph models and layers models, as {@code model.json} or script module, with their weight
 * files as parts in the order of the manifest.
 *
 * <p>Quantised weights become single precision. The graph computes channels-first; its input has the layout that the request
 * wants and always takes floats, its outputs keep the dimensions of the model and the names of their nodes or layers. Options:
 * {@code outputs} names the wanted outputs, in order; {@code input} names the node of a graph model whose
 * result becomes the input, where preprocessing is to be left out; {@code input.layout} says where the model's input has its channels when
 * its dimensions do not.
 */
public final class TfjsConverter implements Converter {
    /**
     * The weight files that a model needs beside its description.
     *
     * @param label the beginning of messages
     * @param main the description
     * @return their paths, relative to the description, in the order in which they are wanted as parts
     * @throws ForgeException when the description is damaged
     */
    public static List<String> parts(String label, byte[] main) throws ForgeException {
        return WeightManifest.paths(ModelText.read(label, main).json());
    }

    @Override
    public Converted convert(Weights weights, GraphRequest request) throws ForgeException {
        ModelText model = ModelText.read(request.label(), weights.main());
        WeightManifest manifest = WeightManifest.read(request.label(), model, weights.parts());
        GraphResult result = new GraphResult(request);
        try {
            if (model.json().path("modelTopology").has("node")) {
                GraphModel graph = GraphModel.read(model.json());
                String start = request.options().getOrDefault("input", "").strip();
                new GraphModelConverter(start.isEmpty() ? graph : graph.from(start), manifest, request, result)
                        .convert();
            } else {
                new LayersModelConverter(manifest, request, result).convert(model.json());
            }
            return Converted.of(ClipChain.rewrite(ScaledConvolution.rewrite(result.build())));
        } catch (ForgeException e) {
            throw new ForgeException(request.label() + ": " + e.getMessage(), e);
        }
    }
}
