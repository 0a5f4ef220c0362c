package org.lynceus.detector.faces.internal.face;

import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * A verified face.
 *
 * @param candidate box and score of the first detector
 * @param verification score and keypoints of the second
 * @param mesh its mesh; null until fitted
 */
public record FoundFace(Candidate candidate, Verification verification, Mesh mesh) {
    /** Two faces whose keypoints are nearer than this, in long sides of the box, are one. */
    private static final double SAME_FACE_DISTANCE = 0.2;

    public FoundFace with(Mesh fitted) {
        return new FoundFace(candidate, verification, fitted);
    }

    /** Whether another candidate was verified by the very same face. */
    public boolean sameAs(Verification other) {
        Point nose = verification.nose();
        double distance = Math.hypot(nose.x - other.nose().x, nose.y - other.nose().y);
        return distance < SAME_FACE_DISTANCE * candidate.box().longSide();
    }

    /** Whether a candidate is this face again. */
    public boolean covers(Candidate other) {
        return candidate.sameFace(other);
    }

    /** The named points, from the mesh where it can be trusted. */
    public Landmarks landmarks() {
        return mesh.trusted() ? Landmarks.of(mesh) : Landmarks.of(verification);
    }

    /** The square that the face fills, turned with it; only by quarter turns where the mesh cannot be trusted. */
    public SquareCrop tight(Mat picture) {
        Box box = candidate.box();
        return mesh.trusted()
                ? mesh.around(picture, 1)
                : new SquareCrop(picture, box.centreX(), box.centreY(), box.longSide(), quarterTurns());
    }

    private double quarterTurns() {
        return Math.rint(verification.downAngle() / (Math.PI / 2)) * (Math.PI / 2);
    }
}
