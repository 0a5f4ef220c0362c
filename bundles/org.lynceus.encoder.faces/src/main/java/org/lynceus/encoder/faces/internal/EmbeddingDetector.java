package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Faces;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncodedFace;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncoderModel;

/** Finds the faces of a picture and encodes them with one encoder. Thread-safe. */
final class EmbeddingDetector implements Detector<EmbeddingOptions, EmbeddingResult> {
    /** The analysis type that the best encoder answers. */
    static final String TYPE = "face-embedding";

    private final AnalysisType<EmbeddingOptions, EmbeddingResult> type;
    private final DetectorRegistry registry;
    private final FaceEncoder encoder;
    private final EncoderModel model;

    /**
     * Creates a detector.
     *
     * @param name of its analysis type
     * @param registry finds the faces
     * @param encoder encodes them; lets calls through as long as it is there
     * @param model of the encoder
     */
    EmbeddingDetector(String name, DetectorRegistry registry, FaceEncoder encoder, EncoderModel model) {
        this.type = new AnalysisType<>(name, EmbeddingOptions.class, EmbeddingResult.class);
        this.registry = registry;
        this.encoder = encoder;
        this.model = model;
    }

    @Override
    public AnalysisType<EmbeddingOptions, EmbeddingResult> type() {
        return type;
    }

    @Override
    public EmbeddingResult detect(Image image, EmbeddingOptions options) throws VisionException {
        List<Face> faces =
                registry.detect(Faces.TYPE, image, new FaceOptions(null, options.maxResults())).faces().stream()
                        .filter(face -> face.confidence() >= options.minConfidence())
                        .toList();
        List<float[]> vectors =
                encoder.encode(image, faces.stream().map(Face::alignment).toList());
        List<EncodedFace> encoded = new ArrayList<>();
        for (Face face : faces) {
            encoded.add(new EncodedFace(face.box(), face.confidence(), list(vectors.get(encoded.size()))));
        }
        return new EmbeddingResult(model, encoded);
    }

    private static List<Float> list(float[] vector) {
        List<Float> numbers = new ArrayList<>(vector.length);
        for (float number : vector) {
            numbers.add(number);
        }
        return numbers;
    }
}
