package org.lynceus.detector.faces.internal.find;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Verification;
import org.opencv.core.Mat;

/**
 * Tells how a picture is turned, from its faces. Thread-safe.
 *
 * <p>Where faces that were found are surely upright, the picture is. Otherwise the largest of them are asked, and unless
 * they tell that it is upright, more faces are looked for in the other three directions. The direction with most area
 * of faces wins, so that one leaning head does not turn a group.
 */
final class OrientationJudge {
    /** Above this score of the verifying detector a face whose sure mesh is upright is not turned. */
    private static final double SURE = 0.8;

    /** Score of the mesh that is sure of a face. */
    private static final double MESH_SURE = 0.9;

    /** Share of the faces' area that must be surely upright. */
    private static final double SURE_SHARE = 1.0 / 3;

    /** So many of the largest faces are asked. */
    private static final int ASKED = 4;

    /** So many of the best candidates are asked in each other direction. */
    private static final int LOOKED_AT = 3;

    /** Candidates in another direction up to this score of the verifying detector are not asked. */
    private static final double DOUBTFUL = 0.4;

    private static final Comparator<FoundFace> LARGEST_FIRST = Comparator.comparingDouble(
                    (FoundFace face) -> face.candidate().box().area())
            .reversed();

    private final CandidateFinder finder;
    private final CropModels models;
    private final FaceDirection direction;

    /** Uses what somebody else closes. */
    OrientationJudge(CandidateFinder finder, CropModels models) {
        this.finder = finder;
        this.models = models;
        this.direction = new FaceDirection(models);
    }

    /**
     * Judges.
     *
     * @param picture BGR matrix
     * @param found the faces found in it as it is
     * @return empty when no face tells
     */
    Optional<Orientation> judge(Mat picture, List<FoundFace> found) throws VisionException {
        if (surelyUpright(found)) {
            return Optional.of(Orientation.ROTATE_0);
        }
        Evidence evidence = new Evidence();
        List<FoundFace> largest =
                found.stream().sorted(LARGEST_FIRST).limit(ASKED).toList();
        for (FoundFace face : largest) {
            direction.ask(picture, face, evidence);
        }
        if (!evidence.winner().equals(Optional.of(Orientation.ROTATE_0))) {
            lookAround(picture, evidence);
        }
        return evidence.winner();
    }

    private static boolean surelyUpright(List<FoundFace> faces) {
        double all = 0;
        double sure = 0;
        for (FoundFace face : faces) {
            double area = face.candidate().box().area();
            all += area;
            if (face.verification().score() > SURE
                    && face.mesh().score() > MESH_SURE
                    && Evidence.of(face.mesh()) == Orientation.ROTATE_0) {
                sure += area;
            }
        }
        return sure > SURE_SHARE * all;
    }

    private void lookAround(Mat picture, Evidence evidence) throws VisionException {
        try (TurnedCopies copies = new TurnedCopies(picture)) {
            List<List<Candidate>> found = finder.findLarge(copies.pixels());
            for (int i = 0; i < found.size(); i++) {
                Orientation orientation = TurnedCopies.ORIENTATIONS.get(i);
                List<Box> boxes = found.get(i).stream()
                        .limit(LOOKED_AT)
                        .map(candidate -> copies.back(candidate, orientation).box())
                        .toList();
                List<Verification> verifications = models.verify(boxes.stream()
                        .map(box -> box.forVerification(picture, Turn.lean(orientation)))
                        .toList());
                for (int k = 0; k < boxes.size(); k++) {
                    if (verifications.get(k).score() > DOUBTFUL && !evidence.knows(boxes.get(k))) {
                        direction.ask(picture, boxes.get(k), evidence);
                    }
                }
            }
        }
    }
}
