package org.lynceus.core.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lynceus.core.internal.model.LoadedModel;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;

/** Everything that is known of a model, as lines of text. */
final class ModelSheet {
    private static final int NAME_WIDTH = 20;
    private static final String GRAPH = "graph.";

    /** Properties that the first lines tell, or that follow from what they tell. */
    private static final Set<String> TOLD = Set.of(
            "id",
            "version",
            "role",
            "name",
            "decoder",
            "graphs",
            "labels",
            "source",
            "source.sha256",
            "licence.package",
            "licence.weights",
            "upstream",
            "quality");

    /** Keys under {@code graph.<name>.} that the line of the graph tells. */
    private static final Set<String> TOLD_OF_GRAPHS =
            Set.of("file", "sha256", "shape", "layout", "color", "mean", "scale");

    private final List<String> lines = new ArrayList<>();

    private ModelSheet() {}

    /** The lines of a model. */
    static List<String> of(LoadedModel model) {
        ModelSheet sheet = new ModelSheet();
        sheet.identity(model);
        sheet.licences(model);
        sheet.graphs(model.info());
        sheet.rest(model.info());
        return sheet.lines;
    }

    /** The lines of a licence report on a model. */
    static List<String> licencesOf(LoadedModel model) {
        ModelSheet sheet = new ModelSheet();
        sheet.lines.add(model.info().id() + " " + model.info().version() + ", "
                + model.info().role());
        sheet.licences(model);
        return sheet.lines;
    }

    private void identity(LoadedModel model) {
        ModelInfo info = model.info();
        add("id", info.id());
        add("version", info.version());
        add("role", info.role());
        add("name", info.property("name"));
        add("bundle", model.bundle());
        add("ranking", Integer.toString(model.ranking()));
        add("state", "warm");
        model.calls().ifPresent(calls -> add("calls", Long.toString(calls)));
        add("decoder", info.property("decoder"));
        add(
                "labels",
                info.labels().isEmpty()
                        ? "none"
                        : Integer.toString(info.labels().size()));
        add("quality", info.property("quality"));
    }

    private void licences(LoadedModel model) {
        ModelInfo info = model.info();
        add("weights may be used", model.licence());
        add("licence of weights", info.property("licence.weights").orElse("not stated"));
        add("licence of package", info.property("licence.package").orElse("not stated"));
        add("package", model.sourcePackage());
        add("source", info.property("source"));
        add("SHA-256 of source", info.property("source.sha256"));
        add("upstream", info.property("upstream").orElse("not stated"));
    }

    private void graphs(ModelInfo info) {
        for (GraphInfo graph : info.graphs()) {
            add("graph", graph.name());
            add("  input", shape(graph) + " " + graph.layout() + " " + graph.color());
            add("  value", "(pixel - " + numbers(graph.mean()) + ") * " + numbers(graph.scale()));
            add("  file", graph.file());
            add("  SHA-256", graph.sha256());
        }
    }

    private void rest(ModelInfo info) {
        Map<String, String> rest = new TreeMap<>(info.properties());
        rest.keySet().removeAll(TOLD);
        info.graphs().forEach(graph -> TOLD_OF_GRAPHS.forEach(key -> rest.remove(GRAPH + graph.name() + "." + key)));
        rest.forEach((key, value) -> add(key, value));
    }

    private void add(String name, Optional<String> value) {
        value.ifPresent(text -> add(name, text));
    }

    private void add(String name, String value) {
        if (!value.isBlank()) {
            lines.add(String.format("%-" + NAME_WIDTH + "s %s", name, value.strip()));
        }
    }

    private static String shape(GraphInfo graph) {
        return graph.shape().stream()
                .map(axis -> axis < 0 ? "any" : axis.toString())
                .collect(Collectors.joining(" x "));
    }

    private static String numbers(List<Float> perChannel) {
        List<Float> distinct = perChannel.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.get(0).toString() : perChannel.toString();
    }
}
