package org.lynceus.detector.celebrities.internal.portrait;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Gate;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceEncoders;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceQualityFilter;
import org.lynceus.api.face.Faces;
import org.lynceus.api.face.Judgement;
import org.lynceus.detector.celebrities.internal.portrait.PortraitResult.PortraitFace;

/** Tells of the faces of a picture what a gallery is made from, for all installed face encoders. Thread-safe. */
public final class PortraitDetector implements Detector<PortraitOptions, PortraitResult>, AutoCloseable {
    /** Name of the analysis type. */
    public static final String NAME = "face-portraits";

    private static final AnalysisType<PortraitOptions, PortraitResult> TYPE =
            new AnalysisType<>(NAME, PortraitOptions.class, PortraitResult.class);
    private static final int MAX_FACES = 10;

    private final Gate gate = new Gate("The portrait detector");
    private final DetectorRegistry registry;
    private final FaceEncoders encoders;

    /**
     * Creates a detector.
     *
     * @param registry finds the faces
     * @param encoders encode them
     */
    public PortraitDetector(DetectorRegistry registry, FaceEncoders encoders) {
        this.registry = registry;
        this.encoders = encoders;
    }

    @Override
    public AnalysisType<PortraitOptions, PortraitResult> type() {
        return TYPE;
    }

    @Override
    public PortraitResult detect(Image image, PortraitOptions options) throws VisionException {
        return gate.call(() -> analyse(image));
    }

    /** Refuses new calls and lets running ones end. */
    @Override
    public void close() {
        gate.close();
    }

    /** What an encoder makes of the faces. */
    private record Encoded(List<float[]> vectors, double lookAlike) {}

    private PortraitResult analyse(Image image) throws VisionException {
        List<Face> faces = registry.detect(
                        Faces.TYPE, image, new FaceOptions(Set.of(FaceAttribute.FACE_OCCLUDED), MAX_FACES))
                .faces();
        Map<String, Encoded> encoded =
                encode(image, faces.stream().map(Face::alignment).toList());
        Map<String, Double> lookAlike = new LinkedHashMap<>();
        encoded.forEach((version, made) -> lookAlike.put(version, made.lookAlike()));
        List<PortraitFace> portraits = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            portraits.add(portrait(image, faces.get(i), i, encoded));
        }
        return new PortraitResult(List.copyOf(encoded.keySet()), lookAlike, image.width(), image.height(), portraits);
    }

    private Map<String, Encoded> encode(Image image, List<FaceAlignment> faces) throws VisionException {
        Map<String, Encoded> encoded = new LinkedHashMap<>();
        for (String version : encoders.versions()) {
            try {
                encoded.put(
                        version,
                        encoders.call(
                                Optional.of(version),
                                encoder -> new Encoded(
                                        faces.isEmpty() ? List.of() : encoder.encode(image, faces),
                                        LookAlike.cosine(encoder))));
            } catch (VisionException e) {
                // It has gone since the versions were asked for: the others serve.
                if (e.reason() != VisionException.Reason.NOT_INSTALLED) {
                    throw e;
                }
            }
        }
        return encoded;
    }

    private static PortraitFace portrait(Image image, Face face, int number, Map<String, Encoded> encoded) {
        Map<String, List<Float>> vectors = new LinkedHashMap<>();
        encoded.forEach(
                (version, made) -> vectors.put(version, list(made.vectors().get(number))));
        return new PortraitFace(
                face.box(),
                face.confidence(),
                face.pose(),
                face.quality(),
                face.attributes().faceOccluded().map(Judgement::value),
                List.copyOf(FaceQualityFilter.AUTO.reasons(face, image.width(), image.height())),
                vectors);
    }

    private static List<Float> list(float[] vector) {
        List<Float> numbers = new ArrayList<>(vector.length);
        for (float number : vector) {
            numbers.add(number);
        }
        return numbers;
    }
}
