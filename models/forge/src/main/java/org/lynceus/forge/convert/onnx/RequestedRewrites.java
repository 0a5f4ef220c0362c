package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;

/**
 * Rewrites that make a graph faster, asked for by {@code convert.rewrite = name[,name]}: what they change is rounding, but
 * where an output is the tail of a sigmoid that is much of it, so that they do not apply to every graph.
 */
final class RequestedRewrites {
    private static final Map<String, Predicate<GraphProto.Builder>> KNOWN = new TreeMap<>(
            Map.of("hard-swish", DecomposedHardSwish::rewrite, "flat-convolutions", FlatConvolutions::rewrite));

    private RequestedRewrites() {}

    /**
     * Applies the rewrites that the option names, in its order.
     *
     * @param graph the graph, changed in place
     * @param request holds the option
     * @throws ForgeException when there is no rewrite of a name, or it finds nothing to do
     */
    static void apply(GraphProto.Builder graph, GraphRequest request) throws ForgeException {
        String option = request.options().get("rewrite");
        if (option == null) {
            return;
        }
        for (String text : option.split(",")) {
            String name = text.strip();
            if (!KNOWN.containsKey(name)) {
                throw new ForgeException(
                        request.label() + ": convert.rewrite names '" + name + "', known are " + KNOWN.keySet());
            }
            if (!KNOWN.get(name).test(graph)) {
                throw new ForgeException(
                        request.label() + ": convert.rewrite names '" + name + "', which finds nothing to rewrite");
            }
        }
    }
}
