package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** The expressions that make shapes without members, and their length and value ranges. */
final class ShapeCode {
    private static final ClassName RANGE = ClassName.get(Names.ENGINE_PACKAGE, "Range");

    private ShapeCode() {}

    /** The range of a length or a value; an open end is the end of {@code long}. */
    static CodeBlock lengths(Shape shape) {
        if (shape.min().isEmpty() && shape.max().isEmpty()) {
            return CodeBlock.of("$T.ANY", RANGE);
        }
        return CodeBlock.of(
                "new $T($L, $L)",
                RANGE,
                shape.min().isEmpty()
                        ? CodeBlock.of("Long.MIN_VALUE")
                        : CodeBlock.of("$LL", shape.min().getAsLong()),
                shape.max().isEmpty()
                        ? CodeBlock.of("Long.MAX_VALUE")
                        : CodeBlock.of("$LL", shape.max().getAsLong()));
    }

    static CodeBlock scalar(Shape shape) {
        CodeBlock range = lengths(shape);
        return switch (shape.type()) {
            case "string" -> string(shape, range);
            case "integer" -> CodeBlock.of("new $T($L)", engine("IntegerShape"), range);
            case "long" -> CodeBlock.of("new $T($L)", engine("LongShape"), range);
            case "float" -> CodeBlock.of("new $T($L)", engine("FloatShape"), range);
            case "blob" -> CodeBlock.of("new $T($L)", engine("BlobShape"), range);
            case "boolean" -> CodeBlock.of("new $T()", engine("BooleanShape"));
            case "timestamp" -> CodeBlock.of("new $T()", engine("TimestampShape"));
            default -> throw new IllegalStateException("not a scalar: " + shape.name());
        };
    }

    private static CodeBlock string(Shape shape, CodeBlock range) {
        if (!shape.enumValues().isEmpty()) {
            return CodeBlock.of(
                    "$T.oneOf($T.VALUES)", engine("StringShape"), ClassName.get(Names.PUBLIC_PACKAGE, shape.name()));
        }
        if (shape.pattern().isEmpty()) {
            return CodeBlock.of("$T.text($L)", engine("StringShape"), range);
        }
        return CodeBlock.of("$T.matching($L, $S)", engine("StringShape"), range, shape.pattern());
    }

    static CodeBlock join(List<CodeBlock> parts) {
        return parts.stream().collect(CodeBlock.joining(", "));
    }

    private static ClassName engine(String name) {
        return ClassName.get(Names.ENGINE_PACKAGE, name);
    }
}
