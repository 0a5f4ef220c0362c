package org.lynceus.detector.faces.internal.attributes.rule;

import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.attributes.view.MeshPoints;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.opencv.core.Point;

/**
 * Tells an open mouth and a smile by the lips of the mesh, in its own axes, so that a leaning head makes no difference;
 * widths are divided by cos(yaw).
 *
 * <p>Open: gap between the inner lips (vertices 13, 14) divided by their width (78, 308), a logistic around 0.075, from
 * where on public-domain portraits show teeth or a gap. Smile: log-odds of a happy face, at most ±4, plus how far the
 * corners of the mouth (61, 291) lie above the middle of the lips, in widths of the mouth, a logistic around 0.06, where the
 * same portraits begin to smile.
 */
public final class MouthRule {
    private static final double HALF_OPEN = 0.075;
    private static final double OPEN_STEEPNESS = 40;
    private static final double HAPPY_LIMIT = 4;
    private static final double HALF_LIFTED = 0.06;
    private static final double LIFT_STEEPNESS = 10;

    /** Beyond this turn, 60 degrees, stretching would only enlarge errors. */
    private static final double LEAST_COSINE = 0.5;

    private MouthRule() {}

    /** Probability that the mouth is open. */
    public static double open(FaceView face) {
        return Logit.probability(OPEN_STEEPNESS * (openness(face) - HALF_OPEN));
    }

    /**
     * Probability that the face smiles.
     *
     * @param happy probability of a happy face
     */
    public static double smile(FaceView face, double happy) {
        return Logit.probability(Logit.within(HAPPY_LIMIT, happy) + LIFT_STEEPNESS * (lift(face) - HALF_LIFTED));
    }

    /** Gap of the inner lips in their widths. */
    static double openness(FaceView face) {
        Mesh mesh = face.found().mesh();
        double gap =
                MeshPoints.distance(mesh.point(MeshPoints.INNER_LIP_UPPER), mesh.point(MeshPoints.INNER_LIP_LOWER));
        return gap / width(face, MeshPoints.INNER_LIP_LEFT, MeshPoints.INNER_LIP_RIGHT);
    }

    /** Height of the mouth's corners above the middle of the lips, in widths of the mouth. */
    static double lift(FaceView face) {
        Mesh mesh = face.found().mesh();
        Point middle = mesh.mean(MeshPoints.INNER_LIP_UPPER, MeshPoints.INNER_LIP_LOWER);
        Point corners = mesh.mean(MeshPoints.MOUTH_LEFT, MeshPoints.MOUTH_RIGHT);
        double angle = mesh.eyeAngle();
        double down = -(middle.x - corners.x) * Math.sin(angle) + (middle.y - corners.y) * Math.cos(angle);
        return down / width(face, MeshPoints.MOUTH_LEFT, MeshPoints.MOUTH_RIGHT);
    }

    private static double width(FaceView face, int left, int right) {
        Mesh mesh = face.found().mesh();
        double cosine =
                Math.max(LEAST_COSINE, Math.cos(Math.toRadians(face.pose().yaw())));
        return Math.max(1, MeshPoints.distance(mesh.point(left), mesh.point(right)) / cosine);
    }
}
