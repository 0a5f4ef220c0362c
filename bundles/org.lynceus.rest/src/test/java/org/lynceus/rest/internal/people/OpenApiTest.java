package org.lynceus.rest.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.lynceus.api.face.Emotion;
import org.lynceus.rekognition.Attribute;
import org.lynceus.rekognition.KnownGenderType;
import org.lynceus.rekognition.OrientationCorrection;
import org.lynceus.rekognition.QualityFilter;

class OpenApiTest {
    private final JsonNode description;

    OpenApiTest() throws IOException {
        description = new ObjectMapper().readTree(PeopleResource.class.getResourceAsStream("openapi.json"));
    }

    @Test
    void describesExactlyTheResourcesThatThereAre() {
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> served = new TreeSet<>();
        addResources(PeopleResource.class, served);
        addResources(HealthResource.class, served);
        assertThat(described).isEqualTo(served);
    }

    @Test
    void referencesPointSomewhere() {
        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void enumerationsAreThoseOfTheService() {
        assertThat(description.at("/paths/~1v1~1faces/post/parameters/0/schema/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(Attribute.VALUES);
        assertThat(description.at("/paths/~1v1~1compare/post/parameters/1/schema/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(QualityFilter.VALUES);
        assertThat(description.at("/components/schemas/Orientation/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(OrientationCorrection.VALUES);
        assertThat(description.at("/components/schemas/KnownGender/properties/Type/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(KnownGenderType.VALUES);
        assertThat(description.at("/components/schemas/Emotions/items/properties/Type/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Stream.of(Emotion.values()).map(Enum::name).toList());
    }

    private static void addResources(Class<?> resource, Set<String> served) {
        String root = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getMethods()) {
            for (var annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    Path path = method.getAnnotation(Path.class);
                    served.add(http.value() + " " + root + (path == null ? "" : path.value()));
                }
            }
        }
    }
}
