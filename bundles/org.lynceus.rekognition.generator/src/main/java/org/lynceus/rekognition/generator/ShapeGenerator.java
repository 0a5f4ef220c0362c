package org.lynceus.rekognition.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the internal shape class of a structure: its member table, and how its record is taken apart and made. */
final class ShapeGenerator {
    private static final ClassName MEMBER = ClassName.get(Names.ENGINE_PACKAGE, "Member");
    private static final ClassName LIST_SHAPE = ClassName.get(Names.ENGINE_PACKAGE, "ListShape");
    private static final ClassName MAP_SHAPE = ClassName.get(Names.ENGINE_PACKAGE, "MapShape");

    private final ServiceModel model;
    private final JavaTypes types;

    ShapeGenerator(ServiceModel model) {
        this.model = model;
        this.types = new JavaTypes(model);
    }

    JavaFile generate(String structure) {
        ClassName name = Names.shapeOf(structure);
        List<ServiceModel.Member> members = model.shape(structure).members();
        TypeSpec type = TypeSpec.classBuilder(name)
                .addJavadoc("The members of {@link $T} on the wire.\n", Names.recordOf(structure))
                .addModifiers(Modifier.FINAL)
                .superclass(Names.STRUCTURE_SHAPE)
                .addField(FieldSpec.builder(Names.STRUCTURE_SHAPE, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", name)
                        .build())
                .addMethod(constructor(structure, members))
                .addMethod(value(structure, members))
                .addMethod(create(structure, members))
                .build();
        return JavaFile.builder(name.packageName(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private MethodSpec constructor(String structure, List<ServiceModel.Member> members) {
        CodeBlock.Builder arguments = CodeBlock.builder().add("$T.class", Names.recordOf(structure));
        for (ServiceModel.Member member : members) {
            arguments.add(
                    ",\nnew $T($S, $S, $L, $L)",
                    MEMBER,
                    member.name(),
                    Names.component(member.name()),
                    member.required(),
                    reference(member.shape()));
        }
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($L)", arguments.build())
                .build();
    }

    private CodeBlock reference(String shapeName) {
        Shape shape = model.shape(shapeName);
        return switch (shape.type()) {
            case "structure" -> CodeBlock.of("$T.INSTANCE", Names.shapeOf(shapeName));
            case "list" ->
                CodeBlock.of("new $T($L, $L)", LIST_SHAPE, ShapeCode.lengths(shape), reference(shape.part("member")));
            case "map" ->
                CodeBlock.of(
                        "new $T($L, $L, $L)",
                        MAP_SHAPE,
                        ShapeCode.lengths(shape),
                        reference(shape.part("key")),
                        reference(shape.part("value")));
            default -> CodeBlock.of("$T.$L", Names.SCALARS, Names.constant(shapeName));
        };
    }

    private static MethodSpec value(String structure, List<ServiceModel.Member> members) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("value")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Object.class)
                .addParameter(Record.class, "record")
                .addParameter(int.class, "member");
        if (members.isEmpty()) {
            return method.addStatement("throw new $T(member)", IndexOutOfBoundsException.class)
                    .build();
        }
        method.addStatement("$1T wire = ($1T) record", Names.recordOf(structure));
        method.addCode("return switch (member) {$>\n");
        for (int i = 0; i < members.size(); i++) {
            method.addCode(
                    "case $L -> wire.$L();\n", i, Names.component(members.get(i).name()));
        }
        return method.addCode("default -> throw new $T(member);\n$<};\n", IndexOutOfBoundsException.class)
                .build();
    }

    private MethodSpec create(String structure, List<ServiceModel.Member> members) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Record.class)
                .addParameter(Object[].class, "values");
        boolean generic = members.stream().map(m -> model.shape(m.shape())).anyMatch(s -> s.is("list") || s.is("map"));
        if (generic) {
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (int i = 0; i < members.size(); i++) {
            arguments.add(i == 0 ? "\n" : ",\n");
            arguments.add("($T) values[$L]", types.of(members.get(i).shape()), i);
        }
        return method.addStatement("return new $T($L)", Names.recordOf(structure), arguments.build())
                .build();
    }
}
