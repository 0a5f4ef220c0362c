package org.lynceus.detector.faces.internal.attributes.rule;

import java.util.List;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.Pose;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.attributes.view.MeshPoints;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.Verification;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/** Makes a face of two eyes and a mouth, 200 pixels high, to be changed feature by feature. */
final class Faces {
    static {
        OpenCv.load();
    }

    private final double[] points = new double[2 * 468];
    private double size = 200;
    private double yaw;
    private double sharpness = 80;
    private double meshScore = 1;

    Faces() {
        set(MeshPoints.LEFT_EYE_OUTER, 40, 80);
        set(MeshPoints.LEFT_EYE_INNER, 80, 80);
        set(MeshPoints.RIGHT_EYE_INNER, 120, 80);
        set(MeshPoints.RIGHT_EYE_OUTER, 160, 80);
        lids(0.3, 0.3);
        set(MeshPoints.MOUTH_LEFT, 70, 150);
        set(MeshPoints.MOUTH_RIGHT, 130, 150);
        set(MeshPoints.INNER_LIP_LEFT, 75, 150);
        set(MeshPoints.INNER_LIP_RIGHT, 125, 150);
        lips(150, 0);
    }

    /** Opens the eyes, in corner distances. */
    Faces lids(double left, double right) {
        set(MeshPoints.LEFT_EYE_UPPER, 60, 80 - 20 * left);
        set(MeshPoints.LEFT_EYE_LOWER, 60, 80 + 20 * left);
        set(MeshPoints.RIGHT_EYE_UPPER, 140, 80 - 20 * right);
        set(MeshPoints.RIGHT_EYE_LOWER, 140, 80 + 20 * right);
        return this;
    }

    /** Moves the middle of the inner lips, whose corners stay at a height of 150, and opens them. */
    Faces lips(double middle, double gap) {
        set(MeshPoints.INNER_LIP_UPPER, 100, middle - gap / 2);
        set(MeshPoints.INNER_LIP_LOWER, 100, middle + gap / 2);
        return this;
    }

    Faces size(double pixels) {
        size = pixels;
        return this;
    }

    Faces yaw(double degrees) {
        yaw = degrees;
        return this;
    }

    Faces sharpness(double percent) {
        sharpness = percent;
        return this;
    }

    Faces withoutMesh() {
        meshScore = 0;
        return this;
    }

    FaceView view() {
        Verification keypoints = new Verification(
                0.9,
                List.of(
                        new Point(60, 80),
                        new Point(140, 80),
                        new Point(100, 110),
                        new Point(100, 150),
                        new Point(10, 90),
                        new Point(190, 90)));
        FoundFace found = new FoundFace(
                new Candidate(new Box(0, 0, size, size), 0.9), keypoints, new Mesh(points.clone(), meshScore));
        return new FaceView(new Mat(), found, new Pose(0, (float) yaw, 0), new FaceQuality(50, (float) sharpness));
    }

    private void set(int vertex, double x, double y) {
        points[2 * vertex] = x;
        points[2 * vertex + 1] = y;
    }
}
