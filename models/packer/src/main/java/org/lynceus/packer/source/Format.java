package org.lynceus.packer.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A format of weight files. */
public enum Format {
    /** Open Neural Network Exchange, a protocol buffer. */
    ONNX("onnx", "ONNX"),
    /** TensorFlow Lite, a flat buffer. */
    TFLITE("tflite", "TensorFlow Lite"),
    /** TensorFlow.js, {@code model.json} and weight files beside it. */
    TFJS("tfjs", "TensorFlow.js"),
    /** A serialised dlib network. */
    DLIB("dlib", "dlib");

    private static final int TFLITE_MARK_AT = 4;
    private static final int TFLITE_MARK_LENGTH = 4;

    private final String converter;
    private final String words;

    Format(String converter, String words) {
        this.converter = converter;
        this.words = words;
    }

    /** The name of its converter. */
    public String converter() {
        return converter;
    }

    /**
     * Finds the format of a file by its name, or by its first bytes where the name says nothing.
     *
     * @param file its path
     * @param content its bytes
     * @return empty when it is none that is known
     */
    public static Optional<Format> of(Path file, byte[] content) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (marked(content) || name.endsWith(".tflite")) {
            return Optional.of(TFLITE);
        }
        if (name.endsWith(".onnx")) {
            return Optional.of(ONNX);
        }
        if (name.endsWith(".json")) {
            return Optional.of(TFJS);
        }
        return name.endsWith(".dat") ? Optional.of(DLIB) : Optional.empty();
    }

    private static boolean marked(byte[] content) {
        return content.length >= TFLITE_MARK_AT + TFLITE_MARK_LENGTH
                && new String(content, TFLITE_MARK_AT, TFLITE_MARK_LENGTH, StandardCharsets.US_ASCII).equals("TFL3");
    }

    @Override
    public String toString() {
        return words;
    }
}
