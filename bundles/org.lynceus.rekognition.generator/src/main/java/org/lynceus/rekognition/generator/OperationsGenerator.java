package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the table of operations. */
final class OperationsGenerator {
    private static final ClassName OPERATION_MODEL = ClassName.get(Names.PUBLIC_PACKAGE, "OperationModel");
    private static final ClassName ERRORS = ClassName.get(Names.PUBLIC_PACKAGE, "Errors");

    private final ServiceModel model;

    OperationsGenerator(ServiceModel model) {
        this.model = model;
    }

    JavaFile generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder("Operations")
                .addJavadoc("The operations of the service model.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                String.class, "TARGET_PREFIX", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("What precedes the operation's name in the {@code X-Amz-Target} header.\n")
                        .initializer("$S", model.targetPrefix() + ".")
                        .build());
        List<CodeBlock> all = new ArrayList<>();
        for (ServiceModel.Operation operation : model.operations()) {
            type.addField(constant(operation));
            all.add(CodeBlock.of("$L", Names.constant(operation.name())));
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        Tables.addTable(
                type,
                ParameterizedTypeName.get(
                        OPERATION_MODEL,
                        WildcardTypeName.subtypeOf(Record.class),
                        WildcardTypeName.subtypeOf(Record.class)),
                all,
                "operation");
        return JavaFile.builder(Names.PUBLIC_PACKAGE, type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static FieldSpec constant(ServiceModel.Operation operation) {
        CodeBlock errors = ShapeCode.join(operation.errors().stream()
                .map(e -> CodeBlock.of("$T.$L", ERRORS, Names.constant(e)))
                .toList());
        ClassName input = Names.recordOf(operation.input());
        ClassName output = Names.recordOf(operation.output());
        return FieldSpec.builder(
                        ParameterizedTypeName.get(OPERATION_MODEL, input, output),
                        Names.constant(operation.name()),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The operation {@code $L}.\n", operation.name())
                .initializer(
                        "new $T<>($S, $T.class, $T.class, $T.of($L))",
                        OPERATION_MODEL,
                        operation.name(),
                        input,
                        output,
                        List.class,
                        errors)
                .build();
    }
}
