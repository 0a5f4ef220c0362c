package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Adds {@code all()} and {@code find(name)} to a class of named constants. */
final class Tables {
    private Tables() {}

    static void addTable(TypeSpec.Builder type, TypeName entry, List<CodeBlock> constants, String noun) {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), entry);
        TypeName map = ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), entry);
        CodeBlock all = constants.stream().collect(CodeBlock.joining(",\n"));
        type.addField(FieldSpec.builder(list, "ALL", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.<$T>of($L).toList()", Stream.class, entry, all)
                        .build())
                .addField(FieldSpec.builder(map, "BY_NAME", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "ALL.stream().collect($T.toUnmodifiableMap(e -> e.name(), $T.identity()))",
                                Collectors.class,
                                Function.class)
                        .build())
                .addMethod(MethodSpec.methodBuilder("all")
                        .addJavadoc("Lists every $1L.\n\n@return all of them, unmodifiable, by name\n", noun)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(list)
                        .addStatement("return ALL")
                        .build())
                .addMethod(MethodSpec.methodBuilder("find")
                        .addJavadoc(
                                "Finds an $1L by its name.\n\n@param name the name, case-sensitive\n"
                                        + "@return the $1L, or nothing when the model has none of that name\n",
                                noun)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), entry))
                        .addParameter(String.class, "name")
                        .addStatement("return $T.ofNullable(BY_NAME.get(name))", Optional.class)
                        .build());
    }
}
