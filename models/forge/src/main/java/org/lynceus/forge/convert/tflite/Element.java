package org.lynceus.forge.convert.tflite;

import ai.onnx.proto.OnnxMl.TensorProto;
import org.tensorflow.lite.schema.TensorType;

/**
 * The type that the values of a TFLite tensor have in the ONNX graph.
 *
 * <p>Quantised and half-precision values are reals there; whole numbers without a scale stay whole.
 */
enum Element {
    /** 32-bit floating point. */
    REAL(TensorProto.DataType.FLOAT),
    /** 32-bit integer; also the home of shorter ones. */
    INT32(TensorProto.DataType.INT32),
    /** 64-bit integer. */
    INT64(TensorProto.DataType.INT64),
    /** Truth value. */
    BOOL(TensorProto.DataType.BOOL);

    private final TensorProto.DataType type;

    Element(TensorProto.DataType type) {
        this.type = type;
    }

    /** The number of the type in ONNX. */
    int onnx() {
        return type.getNumber();
    }

    /** The type of a tensor's values. */
    static Element of(TfliteTensor tensor) {
        return switch (tensor.type()) {
            case TensorType.INT64 -> INT64;
            case TensorType.BOOL -> BOOL;
            case TensorType.INT32, TensorType.UINT32, TensorType.UINT16 -> INT32;
            case TensorType.INT8, TensorType.UINT8, TensorType.INT16 ->
                tensor.quantisation().isPresent() ? REAL : INT32;
            default -> REAL;
        };
    }
}
