package org.lynceus.forge.convert.tfjs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The conversions of all supported TensorFlow operators. */
final class GraphOps {
    private static final Map<String, GraphOp> BY_NAME = new HashMap<>();

    static {
        BY_NAME.putAll(ArithmeticOps.all());
        BY_NAME.putAll(FilterOps.all());
        BY_NAME.putAll(ShapeOps.all());
        BY_NAME.putAll(SelectionOps.all());
        BY_NAME.putAll(BlockOps.all());
    }

    private GraphOps() {}

    /**
     * The conversion of an operator.
     *
     * @param name its name, compared as a whole
     * @return the conversion, if there is one
     */
    static Optional<GraphOp> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
