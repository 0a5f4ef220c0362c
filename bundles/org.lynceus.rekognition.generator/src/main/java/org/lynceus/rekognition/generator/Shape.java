package org.lynceus.rekognition.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** One named shape of the service model: a view of its JSON. */
record Shape(String name, JsonNode json) {

    String type() {
        return json.path("type").asText();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    boolean isScalar() {
        return !is("structure") && !is("list") && !is("map");
    }

    boolean isError() {
        return json.path("exception").asBoolean();
    }

    boolean isFault() {
        return json.path("fault").asBoolean();
    }

    List<ServiceModel.Member> members() {
        List<String> required = new ArrayList<>();
        json.path("required").forEach(n -> required.add(n.asText()));
        List<ServiceModel.Member> members = new ArrayList<>();
        json.path("members")
                .properties()
                .forEach(e -> members.add(new ServiceModel.Member(
                        e.getKey(), e.getValue().path("shape").asText(), required.contains(e.getKey()))));
        return members;
    }

    /** The shape of a list's elements, of a map's keys or of a map's values. */
    String part(String part) {
        return json.path(part).path("shape").asText();
    }

    List<String> references() {
        return switch (type()) {
            case "structure" ->
                members().stream().map(ServiceModel.Member::shape).toList();
            case "list" -> List.of(part("member"));
            case "map" -> List.of(part("key"), part("value"));
            default -> List.of();
        };
    }

    List<String> enumValues() {
        List<String> values = new ArrayList<>();
        json.path("enum").forEach(n -> values.add(n.asText()));
        return values;
    }

    OptionalLong min() {
        return bound("min");
    }

    OptionalLong max() {
        return bound("max");
    }

    String pattern() {
        return json.path("pattern").asText("");
    }

    private OptionalLong bound(String key) {
        JsonNode bound = json.path(key);
        if (bound.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!bound.isIntegralNumber()) {
            throw new IllegalStateException(key + " of " + name + " is not an integer");
        }
        return OptionalLong.of(bound.asLong());
    }
}
