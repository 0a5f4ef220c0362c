package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import javax.lang.model.element.Modifier;

/** Writes the class that finds the shape of a record class, and loads only the shapes that are asked for. */
final class ShapeIndexGenerator {
    private final ServiceModel model;

    ShapeIndexGenerator(ServiceModel model) {
        this.model = model;
    }

    JavaFile generate() {
        MethodSpec.Builder find = MethodSpec.methodBuilder("of")
                .addJavadoc("""
                        Finds the shape of a wire record.

                        @param type the class of the record
                        @return its shape
                        @throws IllegalArgumentException if the class is no wire record
                        """)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(Names.STRUCTURE_SHAPE)
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Record.class)),
                        "type")
                .addCode("$T shape = switch (type.getSimpleName()) {$>\n", Names.STRUCTURE_SHAPE);
        for (String structure : model.structures()) {
            find.addCode("case $S -> $T.INSTANCE;\n", structure, Names.shapeOf(structure));
        }
        find.addCode("default -> null;\n$<};\n")
                .beginControlFlow("if (shape == null || shape.type() != type)")
                .addStatement(
                        "throw new $T($S + type.getName())", IllegalArgumentException.class, "not a wire record: ")
                .endControlFlow()
                .addStatement("return shape");
        TypeSpec type = TypeSpec.classBuilder("ShapeIndex")
                .addJavadoc("Finds the shape of a record class; loads only what is asked for. Thread-safe.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(find.build())
                .build();
        return JavaFile.builder(Names.SHAPES_PACKAGE, type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }
}
