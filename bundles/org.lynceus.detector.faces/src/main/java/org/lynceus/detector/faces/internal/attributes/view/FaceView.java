package org.lynceus.detector.faces.internal.attributes.view;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.Pose;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.PoseEstimator;
import org.lynceus.detector.faces.internal.face.QualityMeter;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.lynceus.detector.faces.internal.face.Verification;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * A found face and what is measured of it, as the attribute models look at it.
 *
 * @param picture BGR matrix, not owned
 * @param found with its mesh
 * @param pose how the head is turned
 * @param quality how well it can be seen
 */
public record FaceView(Mat picture, FoundFace found, Pose pose, FaceQuality quality) {
    /** Beyond this yaw, in degrees, the far eye is hidden by the nose. */
    private static final double FAR_EYE_HIDDEN = 40;

    /** Corner distance of an eye in distances of the eyes' middles, on the canonical face. */
    private static final double EYE_WIDTH = 2.5895 / (2 * 3.1512);

    /** Distance of the eyes of a frontal face in sides of its box, about. */
    private static final double EYES_IN_BOX = 0.45;

    /** Checks that nothing is absent. */
    public FaceView {
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(quality, "quality");
    }

    /** Measures a face. */
    public static FaceView of(Mat picture, FoundFace face) {
        int width = picture.width();
        int height = picture.height();
        return new FaceView(
                picture,
                face,
                face.mesh().trusted()
                        ? PoseEstimator.fromMesh(face.mesh(), width, height)
                        : PoseEstimator.fromKeypoints(face.verification(), width, height),
                QualityMeter.measure(face, picture));
    }

    /** Longer side of the face in pixels. */
    public double pixels() {
        return found.candidate().box().longSide();
    }

    /**
     * The upright square around the face: in the middle of the mesh, its side the longer extent of the mesh times a scale;
     * without a mesh to trust, the same of the box.
     */
    public SquareCrop crop(double scale) {
        Mesh mesh = found.mesh();
        if (mesh.trusted()) {
            return mesh.around(picture, scale);
        }
        Box box = found.candidate().box();
        return new SquareCrop(picture, box.centreX(), box.centreY(), scale * box.longSide(), uprightAngle());
    }

    /** Both eyes, the left one first. */
    public List<EyeView> eyes() {
        return List.of(eye(true), eye(false));
    }

    /** Whether an eye can be seen: in a strong profile only the near one. */
    public boolean seen(EyeView eye) {
        double yaw = pose.yaw();
        return Math.abs(yaw) <= FAR_EYE_HIDDEN || eye.onLeftSide() == yaw > 0;
    }

    private EyeView eye(boolean left) {
        Mesh mesh = found.mesh();
        if (!mesh.trusted()) {
            Verification keypoints = found.verification();
            Point a = keypoints.eyeLeft();
            Point b = keypoints.eyeRight();
            double apart = Math.max(
                    Math.hypot(b.x - a.x, b.y - a.y),
                    EYES_IN_BOX * found.candidate().box().longSide());
            return new EyeView(picture, left, left ? a : b, EYE_WIDTH * apart, uprightAngle(), OptionalDouble.empty());
        }
        Point cornerA = mesh.point(left ? MeshPoints.LEFT_EYE_OUTER : MeshPoints.RIGHT_EYE_INNER);
        Point cornerB = mesh.point(left ? MeshPoints.LEFT_EYE_INNER : MeshPoints.RIGHT_EYE_OUTER);
        double distance = Math.max(1, MeshPoints.distance(cornerA, cornerB));
        double lids = MeshPoints.distance(
                mesh.point(left ? MeshPoints.LEFT_EYE_UPPER : MeshPoints.RIGHT_EYE_UPPER),
                mesh.point(left ? MeshPoints.LEFT_EYE_LOWER : MeshPoints.RIGHT_EYE_LOWER));
        return new EyeView(
                picture,
                left,
                new Point((cornerA.x + cornerB.x) / 2, (cornerA.y + cornerB.y) / 2),
                distance,
                mesh.eyeAngle(),
                OptionalDouble.of(lids / distance));
    }

    /** Angle of the line from the eyes to the mouth, which a profile shows too, as a turn of the upright face. */
    private double uprightAngle() {
        Verification keypoints = found.verification();
        double dx = keypoints.mouth().x - (keypoints.eyeLeft().x + keypoints.eyeRight().x) / 2;
        double dy = keypoints.mouth().y - (keypoints.eyeLeft().y + keypoints.eyeRight().y) / 2;
        return Math.atan2(-dx, dy);
    }
}
