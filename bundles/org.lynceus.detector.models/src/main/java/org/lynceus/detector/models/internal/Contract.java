package org.lynceus.detector.models.internal;

import java.util.List;
import org.lynceus.api.Pixels;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.role.Classification;
import org.lynceus.model.api.role.DetectedFace;
import org.lynceus.model.api.role.DetectedObject;
import org.lynceus.model.api.role.Role;
import org.lynceus.model.api.role.TextLine;
import org.lynceus.model.api.role.TextRegion;

/**
 * How the decoded outputs of a role become the result of an analysis.
 *
 * @param role whose decoders give the outputs
 * @param result record of the result
 * @param reading makes the result
 * @param <O> decoded outputs
 * @param <R> result
 */
record Contract<O, R>(Role<Pixels, O> role, Class<R> result, Reading<O, R> reading) {
    /** Things with boxes. */
    static final Contract<List<DetectedObject>, ObjectsResult> OBJECTS = new Contract<>(
            Role.OBJECT_DETECTION,
            ObjectsResult.class,
            (info, found, options) ->
                    new ObjectsResult(ModelName.of(info), options.wanted(found, DetectedObject::confidence)));

    /** Faces with boxes and keypoints. */
    static final Contract<List<DetectedFace>, FacesResult> FACES = new Contract<>(
            Role.FACE_DETECTION,
            FacesResult.class,
            (info, found, options) -> new FacesResult(ModelName.of(info), boxes(info, found, options)));

    /** Things other than faces that a decoder of faces finds, such as palms. */
    static final Contract<List<DetectedFace>, DetectionsResult> DETECTIONS = new Contract<>(
            Role.FACE_DETECTION,
            DetectionsResult.class,
            (info, found, options) -> new DetectionsResult(ModelName.of(info), boxes(info, found, options)));

    /** Where text is. */
    static final Contract<List<TextRegion>, TextResult> TEXT = new Contract<>(
            Role.TEXT_DETECTION,
            TextResult.class,
            (info, found, options) -> new TextResult(
                    ModelName.of(info),
                    options.wanted(found, TextRegion::confidence).stream()
                            .map(TextResult.Line::of)
                            .toList()));

    /** What is written in a picture of one line. */
    static final Contract<TextLine, LinesResult> LINES = new Contract<>(
            Role.TEXT_RECOGNITION,
            LinesResult.class,
            (info, line, options) -> new LinesResult(
                    ModelName.of(info), options.wanted(LinesResult.lines(line), LinesResult.Line::confidence)));

    /** Makes a result of decoded outputs. */
    @FunctionalInterface
    interface Reading<O, R> {
        /** Makes it. */
        R read(ModelInfo info, O outputs, ModelOptions options);
    }

    /** Classes of the whole picture, by the decoders of one of the roles that give them. */
    static Contract<List<Classification>, LabelsResult> labels(Role<Pixels, List<Classification>> role) {
        return new Contract<>(
                role,
                LabelsResult.class,
                (info, classes, options) ->
                        new LabelsResult(ModelName.of(info), options.wanted(classes, Classification::confidence)));
    }

    private static List<KeypointBox> boxes(ModelInfo info, List<DetectedFace> found, ModelOptions options) {
        return options.wanted(found, DetectedFace::confidence).stream()
                .map(one -> KeypointBox.of(info, one))
                .toList();
    }
}
