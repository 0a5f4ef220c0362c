package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the public record of a structure, with its builder. */
final class RecordGenerator {
    private final ServiceModel model;
    private final JavaTypes types;
    private final ConstraintText constraints;

    RecordGenerator(ServiceModel model) {
        this.model = model;
        this.types = new JavaTypes(model);
        this.constraints = new ConstraintText(model);
    }

    JavaFile generate(String structure) {
        Shape shape = model.shape(structure);
        ClassName name = Names.recordOf(structure);
        TypeSpec.Builder record = TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(javadoc(shape))
                .recordConstructor(canonical(shape));
        if (hasMembersToCopy(shape)) {
            record.addMethod(compactConstructor(shape));
        }
        shape.members().stream()
                .filter(m -> model.shape(m.shape()).is("blob"))
                .forEach(m -> record.addMethod(blobAccessor(m)));
        record.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Starts a record all of whose members are absent.\n\n@return a new builder\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name.nestedClass("Builder"))
                .addStatement("return new Builder()")
                .build());
        record.addType(builder(shape, name));
        return JavaFile.builder(name.packageName(), record.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private CodeBlock javadoc(Shape shape) {
        CodeBlock.Builder text = CodeBlock.builder().add("Wire record of the {@code $L} structure.\n", shape.name());
        if (!shape.members().isEmpty()) {
            text.add("\n");
        }
        for (ServiceModel.Member member : shape.members()) {
            text.add(
                    "@param $L {@code $L}: $L\n",
                    Names.component(member.name()),
                    member.name(),
                    constraints.of(member));
        }
        return text.build();
    }

    private MethodSpec canonical(Shape shape) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        shape.members().forEach(m -> constructor.addParameter(parameter(m)));
        return constructor.build();
    }

    private ParameterSpec parameter(ServiceModel.Member member) {
        return ParameterSpec.builder(types.of(member.shape()), Names.component(member.name()))
                .build();
    }

    private boolean hasMembersToCopy(Shape shape) {
        return shape.members().stream()
                .map(m -> model.shape(m.shape()))
                .anyMatch(s -> s.is("list") || s.is("map") || s.is("blob"));
    }

    private MethodSpec compactConstructor(Shape shape) {
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Takes unmodifiable copies of collections; blobs are shared, not copied.\n");
        for (ServiceModel.Member member : shape.members()) {
            String name = Names.component(member.name());
            switch (model.shape(member.shape()).type()) {
                case "list" -> constructor.addStatement("$1L = $1L == null ? null : $2T.copyOf($1L)", name, List.class);
                case "map" ->
                    constructor.addStatement(
                            "$1L = $1L == null ? null : $2T.unmodifiableMap(new $3T<>($1L))",
                            name,
                            Collections.class,
                            LinkedHashMap.class);
                case "blob" -> constructor.addStatement("$1L = $1L == null ? null : $1L.duplicate()", name);
                default -> {
                    // immutable as it is
                }
            }
        }
        return constructor.build();
    }

    private MethodSpec blobAccessor(ServiceModel.Member member) {
        String name = Names.component(member.name());
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Returns a view of the bytes with its own position and limit; the bytes are shared.\n\n"
                                + "@return the member {@code $L}, or null when absent\n",
                        member.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(types.of(member.shape()))
                .addStatement("return $1L == null ? null : $1L.duplicate()", name)
                .build();
    }

    private TypeSpec builder(Shape shape, ClassName name) {
        TypeSpec.Builder builder = TypeSpec.classBuilder("Builder")
                .addJavadoc("Collects the members of a {@link $T}. Not thread-safe.\n", name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (ServiceModel.Member member : shape.members()) {
            TypeName type = types.of(member.shape());
            String component = Names.component(member.name());
            builder.addField(
                    FieldSpec.builder(type, component, Modifier.PRIVATE).build());
            builder.addMethod(MethodSpec.methodBuilder(component)
                    .addJavadoc(
                            "Sets {@code $L}.\n\n@param $L the value, null for absent\n@return this builder\n",
                            member.name(),
                            component)
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(type, component)
                    .returns(name.nestedClass("Builder"))
                    .addStatement("this.$1L = $1L", component)
                    .addStatement("return this")
                    .build());
        }
        CodeBlock arguments = shape.members().stream()
                .map(m -> CodeBlock.of("$L", Names.component(m.name())))
                .collect(CodeBlock.joining(", "));
        return builder.addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc("Makes the record.\n\n@return a record of the members set so far\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name)
                        .addStatement("return new $T($L)", name, arguments)
                        .build())
                .build();
    }
}
