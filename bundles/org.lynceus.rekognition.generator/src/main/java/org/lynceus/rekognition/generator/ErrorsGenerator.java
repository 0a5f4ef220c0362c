package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the table of modelled errors. */
final class ErrorsGenerator {
    private static final ClassName ERROR_MODEL = ClassName.get(Names.PUBLIC_PACKAGE, "ErrorModel");

    private final ServiceModel model;

    ErrorsGenerator(ServiceModel model) {
        this.model = model;
    }

    JavaFile generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Errors")
                .addJavadoc("The errors that the service model names. An error that the model marks as a fault has the"
                        + " status 500, every other one 400.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        List<CodeBlock> all = new ArrayList<>();
        for (Shape error : model.errors()) {
            String constant = Names.constant(error.name());
            all.add(CodeBlock.of("$L", constant));
            type.addField(FieldSpec.builder(ERROR_MODEL, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("The error {@code $L}.\n", error.name())
                    .initializer(
                            "new $T($S, $L, $L)",
                            ERROR_MODEL,
                            error.name(),
                            error.isFault() ? 500 : 400,
                            error.isFault())
                    .build());
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        Tables.addTable(type, ERROR_MODEL, all, "error");
        return JavaFile.builder(Names.PUBLIC_PACKAGE, type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }
}
