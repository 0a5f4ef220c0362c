package org.lynceus.forge.convert.tflite;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.lynceus.forge.onnx.Tensors;
import org.tensorflow.lite.schema.TensorType;

/**
 * Writes quantised values down as integers with their scales, so that ONNX Runtime computes with 8-bit kernels.
 *
 * <p>Every value is rounded as the file does and turned back (QuantizeLinear, DequantizeLinear); the runtime merges the
 * pairs into the operators between them. Values become unsigned and weights signed, for which its x86 kernels are made:
 * an int8 number is the uint8 number of a zero point that is larger by 128.
 */
final class KeptIntegers {
    private static final int SIGN = 128;
    private static final String DEQUANTISE = "DequantizeLinear";

    private KeptIntegers() {}

    /** Whether the values of a tensor are 8-bit integers with one scale. */
    static boolean areValues(TfliteTensor tensor) {
        return areBytes(tensor) && !tensor.quantisation().orElseThrow().perChannel();
    }

    /** Whether a tensor is stored in 8-bit integers that stand for reals. */
    static boolean areBytes(TfliteTensor tensor) {
        return tensor.quantisation().isPresent()
                && (tensor.type() == TensorType.INT8 || tensor.type() == TensorType.UINT8);
    }

    /** Rounds a value as the file does. */
    static String rounded(GraphBuilder onnx, String value, TfliteTensor tensor) {
        Quantisation stored = tensor.quantisation().orElseThrow();
        long zero = stored.zeroPoint() + (tensor.type() == TensorType.INT8 ? SIGN : 0);
        String scale = onnx.constant(value + "/scale", new float[] {stored.scale()});
        String zeroPoint = onnx.constant(
                value + "/zero", Tensors.bytes("zero", TensorProto.DataType.UINT8, new byte[] {(byte) zero}));
        String whole = onnx.node("QuantizeLinear", value + "/whole", List.of(value, scale, zeroPoint));
        return onnx.node(DEQUANTISE, value + "/rounded", List.of(whole, scale, zeroPoint));
    }

    /**
     * Adds a constant of 8-bit integers.
     *
     * @param onnx the graph
     * @param tensor the stored tensor
     * @param wholes its stored numbers in the order of the graph
     * @param axis the dimension of the scales in that order
     * @param dims the shape in that order
     * @return the real value
     */
    static String constant(GraphBuilder onnx, TfliteTensor tensor, float[] wholes, int axis, long... dims)
            throws ForgeException {
        Quantisation stored = tensor.quantisation().orElseThrow();
        int shift = tensor.type() == TensorType.INT8 ? 0 : SIGN;
        byte[] bytes = new byte[wholes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ((int) wholes[i] - shift);
        }
        float[] scales = stored.scales();
        if (stored.perChannel() && scales.length != dims[axis]) {
            throw new ForgeException(tensor + " has " + scales.length + " scales for " + dims[axis] + " channels");
        }
        byte[] zeros = new byte[scales.length];
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = (byte) (stored.zeroPoint(i) - shift);
        }
        long[] perScale = stored.perChannel() ? new long[] {scales.length} : new long[0];
        String name = tensor.name();
        String whole = onnx.constant(name, Tensors.bytes(name, TensorProto.DataType.INT8, bytes, dims));
        String scale = onnx.constant(name + "/scale", scales, perScale);
        String zero = onnx.constant(name + "/zero", Tensors.bytes(name, TensorProto.DataType.INT8, zeros, perScale));
        return onnx.node(DEQUANTISE, name + "/real", List.of(whole, scale, zero), Attributes.integer("axis", axis));
    }

    /** Adds a bias of 32-bit integers, which has no zero point. */
    static String bias(GraphBuilder onnx, TfliteTensor tensor) throws ForgeException {
        float[] scales = tensor.quantisation().orElseThrow().scales();
        String name = tensor.name();
        String whole = onnx.constant(name, Tensors.integers(name, tensor.integers(), tensor.size()));
        long[] perScale = scales.length > 1 ? new long[] {scales.length} : new long[0];
        String scale = onnx.constant(name + "/scale", scales, perScale);
        return onnx.node(DEQUANTISE, name + "/real", List.of(whole, scale), Attributes.integer("axis", 0));
    }
}
