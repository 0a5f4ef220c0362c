package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The Java type of a shape in a record component. */
final class JavaTypes {
    private final ServiceModel model;

    JavaTypes(ServiceModel model) {
        this.model = model;
    }

    TypeName of(String shapeName) {
        Shape shape = model.shape(shapeName);
        return switch (shape.type()) {
            case "structure" -> Names.recordOf(shapeName);
            case "list" -> ParameterizedTypeName.get(ClassName.get(List.class), of(shape.part("member")));
            case "map" ->
                ParameterizedTypeName.get(ClassName.get(Map.class), of(shape.part("key")), of(shape.part("value")));
            case "string" -> ClassName.get(String.class);
            case "integer" -> ClassName.get(Integer.class);
            case "long" -> ClassName.get(Long.class);
            case "float" -> ClassName.get(Float.class);
            case "boolean" -> ClassName.get(Boolean.class);
            case "blob" -> ClassName.get(ByteBuffer.class);
            case "timestamp" -> ClassName.get(Instant.class);
            default -> throw new IllegalStateException("no Java type for " + shape.type());
        };
    }
}
