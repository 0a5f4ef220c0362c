package org.lynceus.forge.convert;

import java.util.Map;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.onnx.OnnxConverter;
import org.lynceus.forge.convert.tflite.TfliteConverter;

/** The known source formats by name. */
public final class Converters {
    private static final Map<String, Converter> BY_FORMAT =
            Map.of("onnx", new OnnxConverter(), "tflite", new TfliteConverter());

    private Converters() {}

    /**
     * The converter of a format.
     *
     * @param format {@code onnx} or {@code tflite}
     * @return its converter
     * @throws ForgeException when there is none
     */
    public static Converter of(String format) throws ForgeException {
        Converter converter = BY_FORMAT.get(format);
        if (converter == null) {
            throw new ForgeException("There is no converter for the format '" + format + "'; known are "
                    + new TreeMap<>(BY_FORMAT).keySet());
        }
        return converter;
    }
}
