package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.TensorType;

/** Tells how the inputs of a TFLite file are fed. */
public final class TfliteInputs {
    private TfliteInputs() {}

    /**
     * One input.
     *
     * @param name its name
     * @param shape its shape as the file stores it: batch, rows, columns, channels for an image
     * @param pixels how a pixel of 0 to 255 becomes a value, where the file says so: quantised inputs do
     */
    public record Input(String name, List<Integer> shape, Optional<Pixels> pixels) {
        public Input {
            shape = List.copyOf(shape);
        }
    }

    /**
     * How a pixel becomes an input value: value = (pixel - mean) * scale.
     *
     * @param mean the pixel that means zero
     * @param scale the difference that one step of the pixel makes
     */
    public record Pixels(double mean, double scale) {}

    /**
     * Reads the inputs of a file.
     *
     * <p>The converted graph takes the real values behind quantised inputs. An unsigned byte holds the pixel itself, so
     * real = (pixel - zero point) * scale; a signed one holds pixel - 128.
     *
     * @param label the beginning of messages
     * @param file the bytes of the file
     * @return its inputs in order
     * @throws ForgeException when the file is damaged
     */
    public static List<Input> read(String label, byte[] file) throws ForgeException {
        List<Input> inputs = new ArrayList<>();
        for (TfliteTensor tensor : TfliteGraph.read(label, file).inputs()) {
            inputs.add(new Input(tensor.name(), tensor.shape(), pixels(tensor)));
        }
        return List.copyOf(inputs);
    }

    private static Optional<Pixels> pixels(TfliteTensor tensor) {
        int shift = switch (tensor.type()) {
            case TensorType.INT8 -> -Byte.MIN_VALUE;
            case TensorType.UINT8 -> 0;
            default -> -1;
        };
        if (shift < 0) {
            return Optional.empty();
        }
        return Optional.of(tensor.quantisation()
                .map(stored ->
                        new Pixels(stored.zeroPoint() + shift, Double.parseDouble(Float.toString(stored.scale()))))
                .orElse(new Pixels(shift, 1)));
    }
}
