package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the constants of an enumeration; values stay strings, so that unknown ones survive. */
final class EnumGenerator {
    private final ServiceModel model;

    EnumGenerator(ServiceModel model) {
        this.model = model;
    }

    JavaFile generate(String name) {
        List<String> values = model.shape(name).enumValues();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("The known values of the {@code $L} enumeration.\n", name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        for (String value : values) {
            type.addField(FieldSpec.builder(
                            String.class, Names.constant(value), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("The value {@code $L}.\n", value)
                    .initializer("$S", value)
                    .build());
        }
        CodeBlock all = ShapeCode.join(
                values.stream().map(v -> CodeBlock.of("$L", Names.constant(v))).toList());
        type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(String.class)),
                        "VALUES",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("All known values, in model order.\n")
                .initializer("$T.of($L)", List.class, all)
                .build());
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        return JavaFile.builder(Names.PUBLIC_PACKAGE, type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }
}
