package org.lynceus.packer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Weights;

/**
 * A weight file that a user brings.
 *
 * @param path where it lies
 * @param format its format
 * @param weights its bytes, and those of the files that belong to it
 */
public record UserFile(Path path, Format format, Weights weights) {
    /**
     * Reads a weight file, and those beside it that it names.
     *
     * @param path where it lies
     * @return the file
     * @throws ForgeException when it cannot be read or its format is not known
     */
    public static UserFile read(Path path) throws ForgeException {
        byte[] main = bytes(path);
        Format format = Format.of(path, main)
                .orElseThrow(() -> new ForgeException(path
                        + " is no weight file that is known: .onnx, .tflite, .json (TensorFlow.js) or .dat (dlib)"));
        Map<String, byte[]> parts = format == Format.TFJS ? TfjsShards.read(path, main) : Map.of();
        return new UserFile(path, format, new Weights(main, parts));
    }

    /**
     * What the file says of itself beside its graph.
     *
     * @return the facts
     * @throws ForgeException when it is damaged
     */
    public SourceFacts facts() throws ForgeException {
        return switch (format) {
            case TFLITE -> TfliteFacts.read(this);
            case ONNX -> OnnxFacts.read(path.toString(), OnnxFile.metadata(OnnxFile.parse(this)));
            case TFJS ->
                new SourceFacts(
                        Map.of("mean", "0", "scale", Float.toString(1 / 255f)),
                        "most TensorFlow.js models",
                        false,
                        Map.of(),
                        "");
            case DLIB ->
                new SourceFacts(
                        Map.of("color", "RGB", "mean", "0", "scale", "1"),
                        "networks of dlib bring their normalisation",
                        true,
                        Map.of(),
                        "");
        };
    }

    /** Its name without folder and extension. */
    public String baseName() {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Reads any file that a user names.
     *
     * @param path where it lies
     * @return its bytes
     * @throws ForgeException when it cannot be read
     */
    public static byte[] bytes(Path path) throws ForgeException {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new ForgeException("There is no file " + path, e);
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
