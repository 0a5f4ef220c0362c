package org.lynceus.packer.source;

import java.util.Map;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converters;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;

/** Asks converters what they know. */
final class Conversions {
    private static final String SIGN = "there is no conversion for";

    private Conversions() {}

    /**
     * Whether a converter does not know the only operator of a model. Such a model has nothing around its operator and is
     * refused in any case; only one of the reasons is asked about.
     */
    static boolean lacks(Format format, byte[] model) {
        GraphRequest request = new GraphRequest("one", "one", Optional.empty(), Layout.NHWC, Map.of());
        try {
            Converters.of(format.converter()).convert(new Weights(model), request);
            return false;
        } catch (ForgeException | RuntimeException e) {
            return String.valueOf(e.getMessage()).contains(SIGN);
        }
    }
}
