package org.lynceus.detector.celebrities.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Faces;
import org.lynceus.api.face.Orientation;
import org.lynceus.api.face.Point;
import org.lynceus.api.face.Pose;

/** Finds the same faces in every picture. */
public final class FakeFaces implements DetectorRegistry {
    /** What was asked for. */
    public final List<FaceOptions> asked = new ArrayList<>();

    private final List<Face> faces;

    /** A registry that finds these faces. */
    public FakeFaces(Face... faces) {
        this.faces = List.of(faces);
    }

    /** A face whose vector has a direction, in degrees. */
    public static Face face(double degrees, float sharpness, FaceAttributes attributes) {
        double angle = Math.toRadians(degrees);
        Point eye = new Point((float) Math.cos(angle), (float) Math.sin(angle));
        return new Face(
                new BoundingBox(0.25f, 0.25f, 0.5f, 0.5f),
                99,
                List.of(),
                new Pose(1, 2, 3),
                new FaceQuality(70, sharpness),
                new FaceAlignment(eye, eye, eye, eye, eye),
                attributes);
    }

    @Override
    public <O, R> Optional<Detector<O, R>> find(AnalysisType<O, R> type) {
        return Optional.empty();
    }

    @Override
    public List<AnalysisType<?, ?>> types() {
        return List.of(Faces.TYPE);
    }

    @Override
    public <O, R> R detect(AnalysisType<O, R> type, Image image, O options) {
        asked.add((FaceOptions) options);
        return type.result().cast(new FaceResult(faces, Optional.of(Orientation.ROTATE_90)));
    }
}
