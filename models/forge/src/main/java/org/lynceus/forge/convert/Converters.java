package org.lynceus.forge.convert;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.dlib.DlibConverter;
import org.lynceus.forge.convert.onnx.OnnxConverter;
import org.lynceus.forge.convert.tfjs.TfjsConverter;
import org.lynceus.forge.convert.tflite.TfliteConverter;

/** The known source formats by name. */
public final class Converters {
    private static final Map<String, Converter> BY_FORMAT = Map.of(
            "dlib", new DlibConverter(),
            "onnx", new OnnxConverter(),
            "tfjs", new TfjsConverter(),
            "tflite", new TfliteConverter());

    /** Extensions that are not the name of their format. */
    private static final Map<String, String> BY_EXTENSION = Map.of("json", "tfjs", "js", "tfjs", "dat", "dlib");

    private Converters() {}

    /**
     * The format of a file by its name.
     *
     * @param name name or path of the file
     * @return the name of a format, not necessarily a known one
     */
    public static String formatOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, extension);
    }

    /**
     * The converter of a format.
     *
     * @param format name of the format, such as {@code onnx} or {@code tflite}
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
