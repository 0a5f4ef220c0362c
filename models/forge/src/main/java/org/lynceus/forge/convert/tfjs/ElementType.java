package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Locale;
import org.lynceus.forge.ForgeException;

/** The kinds of numbers that a converted graph computes with; narrower types of the source are widened to them. */
enum ElementType {
    /** 32-bit floats; also stands for half and double precision. */
    FLOAT(DataType.FLOAT),
    /** 64-bit integers; stands for all integer types. */
    INTEGER(DataType.INT64),
    /** Truth values. */
    BOOLEAN(DataType.BOOL);

    private final DataType onnx;

    ElementType(DataType onnx) {
        this.onnx = onnx;
    }

    /** The type as ONNX counts it. */
    int onnx() {
        return onnx.getNumber();
    }

    /**
     * Reads the name of a type.
     *
     * @param name as TensorFlow ({@code DT_FLOAT}) or TensorFlow.js ({@code float32}) writes it
     * @return the type that stands for it
     * @throws ForgeException when it is no number
     */
    static ElementType of(String name) throws ForgeException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "dt_float", "dt_half", "dt_double", "dt_bfloat16", "float32", "float16", "float64" -> FLOAT;
            case "dt_int8", "dt_uint8", "dt_int16", "dt_uint16", "dt_int32", "dt_int64" -> INTEGER;
            case "int8", "uint8", "int16", "uint16", "int32", "int64" -> INTEGER;
            case "dt_bool", "bool" -> BOOLEAN;
            default -> throw new ForgeException("the type " + name + " has no conversion");
        };
    }
}
