package org.lynceus.evaluate.landmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Box;
import org.lynceus.client.picture.Picture;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.evaluate.dataset.FacePoints;
import org.lynceus.evaluate.dataset.LandmarkTruth;
import org.lynceus.evaluate.server.DetectedFace;
import org.lynceus.evaluate.server.Point;
import org.lynceus.evaluate.session.BoxMatching;
import org.lynceus.evaluate.session.Found;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Misses;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;

/** Compares landmarks with faces of 68 points. */
public final class LandmarkPart implements Part {
    /** Of a face's box and the extent of its points, which leave out the forehead. */
    private static final double SAME_FACE = 0.3;

    private static final double FRONTAL_DEGREES = 20;

    @Override
    public Optional<Measurement> read(Session session) throws ToolException {
        Map<Path, List<FacePoints>> truth = LandmarkTruth.read(session.dataset());
        return truth.isEmpty() ? Optional.empty() : Optional.of(() -> measure(session, truth));
    }

    private static Section measure(Session session, Map<Path, List<FacePoints>> truth) throws ToolException {
        Map<Path, Found> found = session.finder().everything(List.copyOf(truth.keySet()));
        List<LandmarkError> errors = new ArrayList<>();
        int faces = 0;
        int matched = 0;
        int frontal = 0;
        for (Map.Entry<Path, List<FacePoints>> labelled : truth.entrySet()) {
            faces += labelled.getValue().size();
            Found picture = found.get(labelled.getKey());
            for (Map.Entry<FacePoints, DetectedFace> pair :
                    match(labelled.getValue(), picture).entrySet()) {
                matched++;
                frontal += pair.getValue().frontal(FRONTAL_DEGREES) ? 1 : 0;
                errors.addAll(
                        errors(pair.getKey(), pair.getValue(), picture.picture().orElseThrow()));
            }
        }
        Section section = new Section("landmarks", "Landmarks (68 points, DetectFaces)");
        Misses.report(section, found.values());
        section.fact("faces", "labelled faces", Format.COUNT, faces)
                .fact("found", "of them found", Format.COUNT, matched)
                .fact("frontal", "of these frontal (yaw, pitch within 20 degrees)", Format.COUNT, frontal);
        LandmarkReport.write(section, errors);
        return section;
    }

    private static Map<FacePoints, DetectedFace> match(List<FacePoints> labelled, Found found) {
        if (found.picture().isEmpty()) {
            return Map.of();
        }
        Picture picture = found.picture().get();
        List<Box> extents = labelled.stream()
                .map(points -> points.extent(picture.width(), picture.height()))
                .toList();
        List<Box> boxes = found.faces().stream().map(DetectedFace::box).toList();
        Map<FacePoints, DetectedFace> matched = new IdentityHashMap<>();
        BoxMatching.match(extents, boxes, SAME_FACE)
                .forEach((first, second) ->
                        matched.put(labelled.get(first), found.faces().get(second)));
        return matched;
    }

    private static List<LandmarkError> errors(FacePoints truth, DetectedFace face, Picture picture) {
        Map<String, Point> landmarks = face.landmarks();
        boolean frontal = face.frontal(FRONTAL_DEGREES);
        List<LandmarkError> errors = new ArrayList<>();
        for (Landmark landmark : Landmark.values()) {
            Point ratio = landmarks.get(landmark.wireName());
            if (ratio != null) {
                Point pixel = new Point(ratio.x() * picture.width(), ratio.y() * picture.height());
                errors.add(LandmarkError.of(landmark, frontal, pixel, truth));
            }
        }
        return errors;
    }
}
