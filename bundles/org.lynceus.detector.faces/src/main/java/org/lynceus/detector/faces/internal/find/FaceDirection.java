package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.Verification;
import org.opencv.core.Mat;

/**
 * Tells which way up one face is. Thread-safe.
 *
 * <p>The verifying detector looks at the face in all four directions and scores it highest when it is upright, mostly.
 * The mesh, fitted in the best two where the second can still win, decides between them: it often passes a face that is
 * upside down, but then the detector does not.
 */
final class FaceDirection {
    /** Weight of the mesh's score beside the verifying detector's. */
    private static final double MESH_WEIGHT = 0.5;

    /** Score of the verifying detector that a face needs beside a sure mesh. */
    private static final double VERIFIED = 0.5;

    /** Score of the mesh that is sure of a face. */
    private static final double MESH_SURE = 0.9;

    /** Score of the verifying detector that a face needs without a sure mesh, such as a profile. */
    private static final double CLEAR = 0.7;

    /** By so much the verifying detector must prefer the direction of a face without a sure mesh. */
    private static final double CLEAR_LEAD = 0.15;

    /** Weight of a face that leans by 45 degrees, halfway to the next direction. */
    private static final double LEAST_WEIGHT = 0.01;

    private final CropModels models;

    FaceDirection(CropModels models) {
        this.models = models;
    }

    /**
     * Looks at one face that was found upright.
     *
     * @param picture BGR matrix
     * @param face whose verification and mesh are those of {@link Orientation#ROTATE_0}
     * @param evidence to which the face is added, by its area, when it is clear that it is one and which way up
     */
    void ask(Mat picture, FoundFace face, Evidence evidence) throws VisionException {
        Box box = face.candidate().box();
        List<Way> ways = looked(picture, box, TurnedCopies.ORIENTATIONS);
        ways.add(Way.of(Orientation.ROTATE_0, face.verification()).with(face.mesh()));
        judge(picture, box, ways, evidence);
    }

    /**
     * Looks at what may be a face.
     *
     * @param picture BGR matrix
     * @param box of what may be one
     * @param evidence to which the face is added, by its area, when it is clear that it is one and which way up
     */
    void ask(Mat picture, Box box, Evidence evidence) throws VisionException {
        judge(picture, box, looked(picture, box, List.of(Orientation.values())), evidence);
    }

    private List<Way> looked(Mat picture, Box box, List<Orientation> orientations) throws VisionException {
        List<Verification> verifications = models.verify(orientations.stream()
                .map(orientation -> box.forVerification(picture, Turn.lean(orientation)))
                .toList());
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < orientations.size(); i++) {
            ways.add(Way.of(orientations.get(i), verifications.get(i)));
        }
        return ways;
    }

    private void judge(Mat picture, Box box, List<Way> ways, Evidence evidence) throws VisionException {
        ways.sort(Comparator.comparingDouble(Way::verified).reversed());
        double lead = ways.get(0).verified() - ways.get(1).verified();
        Way first = fitted(picture, box, ways.get(0));
        Way best = first;
        if (ways.get(1).mostPossible() > first.score()) {
            Way second = fitted(picture, box, ways.get(1));
            best = second.score() > first.score() ? second : first;
        }
        if (best.verified() > VERIFIED && best.mesh() > MESH_SURE
                || best.verified() > CLEAR && best.orientation() == first.orientation() && lead > CLEAR_LEAD) {
            evidence.add(best.orientation(), box, best.weight());
        }
    }

    private Way fitted(Mat picture, Box box, Way way) throws VisionException {
        if (way.fitted()) {
            return way;
        }
        List<Mesh> passes = models.fit(List.of(box.forMesh(picture, Turn.lean(way.orientation()))));
        return way.with(models.fit(List.of(passes.get(0).again(picture))).get(0));
    }

    /**
     * A direction that a face may lie in.
     *
     * @param orientation by which the face would become upright
     * @param verified score of the verifying detector
     * @param mesh score of the mesh, 0 when it lies in another direction
     * @param weight of the face, less the more it leans
     * @param fitted whether the mesh was fitted
     */
    private record Way(Orientation orientation, double verified, double mesh, double weight, boolean fitted) {
        static Way of(Orientation orientation, Verification verification) {
            return new Way(orientation, verification.score(), 0, 1, false);
        }

        /** The score that the best mesh would give. */
        double mostPossible() {
            return fitted ? score() : verified + MESH_WEIGHT;
        }

        double score() {
            return verified + MESH_WEIGHT * mesh;
        }

        Way with(Mesh fitted) {
            if (Evidence.of(fitted) != orientation) {
                return new Way(orientation, verified, 0, weight, true);
            }
            double lean = fitted.eyeAngle() - Turn.lean(orientation);
            return new Way(orientation, verified, fitted.score(), Math.max(LEAST_WEIGHT, Math.cos(2 * lean)), true);
        }
    }
}
