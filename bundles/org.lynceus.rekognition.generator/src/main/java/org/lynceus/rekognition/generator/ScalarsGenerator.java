package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the class with one constant for every named shape that has no parts. */
final class ScalarsGenerator {
    private static final ClassName SHAPE = ClassName.get(Names.ENGINE_PACKAGE, "Shape");

    private final ServiceModel model;

    ScalarsGenerator(ServiceModel model) {
        this.model = model;
    }

    JavaFile generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.SCALARS)
                .addJavadoc("The named shapes without parts, with their constraints.\n")
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (Shape shape : model.scalars()) {
            type.addField(FieldSpec.builder(SHAPE, Names.constant(shape.name()), Modifier.STATIC, Modifier.FINAL)
                    .initializer(ShapeCode.scalar(shape))
                    .build());
        }
        return JavaFile.builder(Names.SHAPES_PACKAGE, type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }
}
