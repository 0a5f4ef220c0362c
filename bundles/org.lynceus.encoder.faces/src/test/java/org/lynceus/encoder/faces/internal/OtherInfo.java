package org.lynceus.encoder.faces.internal;

import ai.djl.translate.Translator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.role.Role;

/**
 * A model that says something else of itself.
 *
 * @param model runs
 * @param info what it says
 */
record OtherInfo(Model model, ModelInfo info) implements Model {
    /** A model with another value of one property. */
    static OtherInfo of(Model model, String key, String value) {
        ModelInfo info = model.info();
        Map<String, String> properties = new HashMap<>(info.properties());
        properties.put(key, value);
        return new OtherInfo(
                model, new ModelInfo(info.id(), info.version(), info.role(), info.graphs(), info.labels(), properties));
    }

    @Override
    public <I, O> Inference<I, O> bind(String graph, Supplier<? extends Translator<I, O>> translator) {
        return model.bind(graph, translator);
    }

    @Override
    public <I, O> Inference<I, O> bind(Role<I, O> role, String graph) {
        return model.bind(role, graph);
    }
}
