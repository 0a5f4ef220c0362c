package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;

/** Attributes of ONNX nodes. */
public final class Attributes {
    private Attributes() {}

    /** A whole number. */
    public static AttributeProto integer(String name, long value) {
        return attribute(name, AttributeProto.AttributeType.INT).setI(value).build();
    }

    /** A single-precision number. */
    public static AttributeProto real(String name, float value) {
        return attribute(name, AttributeProto.AttributeType.FLOAT).setF(value).build();
    }

    /** A list of whole numbers. */
    public static AttributeProto integers(String name, long... values) {
        return attribute(name, AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    /** A word. */
    public static AttributeProto text(String name, String value) {
        return attribute(name, AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
