package org.lynceus.forge.convert.tfjs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The conversions of all supported Keras layers. */
final class LayerOps {
    private static final Map<String, LayerOp> BY_KIND = new HashMap<>();

    static {
        BY_KIND.putAll(WeightLayers.all());
        BY_KIND.putAll(ImageLayers.all());
        BY_KIND.putAll(PlainLayers.all());
    }

    private LayerOps() {}

    /**
     * The conversion of a kind of layer.
     *
     * @param kind its class, compared as a whole
     * @return the conversion, if there is one
     */
    static Optional<LayerOp> find(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }
}
