package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.Verification;
import org.opencv.core.Mat;

/**
 * Tells faces from what only resembles them, and fits a mesh to each. Thread-safe.
 *
 * <p>The verifying detector is asked on a crop around each candidate. The mesh is fitted twice, the second time on a crop
 * that the first fit gave.
 */
public final class FaceConfirmer {
    /** A candidate is a face above this score of the verifying detector. */
    private static final double VERIFIED = 0.5;

    /** A candidate above this score of the verifying detector is a face when the mesh is sure of it. */
    private static final double DOUBTFUL = 0.3;

    /** Score of the mesh that is sure of a face. */
    private static final double MESH_SURE = 0.9;

    /** Heads that lean further than this, in radians, are turned upright for the first mesh pass too. */
    private static final double LEANING = Math.toRadians(20);

    /** Faces shorter than this, in pixels, show too little to be told from chance. */
    private static final double SMALLEST = 12;

    /** Faces shorter than this share of the picture's long side are left out: 19 pixels in a picture 1920 wide. */
    private static final double SMALLEST_SHARE = 0.01;

    private final CropModels models;

    /** Uses models that somebody else closes. */
    public FaceConfirmer(CropModels models) {
        this.models = models;
    }

    /**
     * Keeps the candidates that are faces.
     *
     * @param picture BGR matrix
     * @param candidates best first
     * @return in the same order, the same face once
     */
    public List<FoundFace> confirm(Mat picture, List<Candidate> candidates) throws VisionException {
        double smallest = Math.max(SMALLEST, SMALLEST_SHARE * Math.max(picture.width(), picture.height()));
        List<Candidate> visible = candidates.stream()
                .filter(candidate -> candidate.box().longSide() >= smallest)
                .toList();
        return meshed(picture, verified(picture, visible)).stream()
                .filter(face ->
                        face.verification().score() > VERIFIED || face.mesh().score() > MESH_SURE)
                .toList();
    }

    private List<FoundFace> verified(Mat picture, List<Candidate> candidates) throws VisionException {
        List<Verification> verifications = models.verify(candidates.stream()
                .map(candidate -> candidate.box().forVerification(picture, 0))
                .toList());
        List<FoundFace> faces = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Verification verification = verifications.get(i);
            if (verification.score() > DOUBTFUL && faces.stream().noneMatch(f -> f.sameAs(verification))) {
                faces.add(new FoundFace(candidates.get(i), verification, null));
            }
        }
        return faces;
    }

    private List<FoundFace> meshed(Mat picture, List<FoundFace> faces) throws VisionException {
        List<Mesh> first = models.fit(faces.stream()
                .map(face -> face.candidate().box().forMesh(picture, startAngle(face.verification())))
                .toList());
        List<Mesh> second =
                models.fit(first.stream().map(pass -> pass.again(picture)).toList());
        List<FoundFace> meshed = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            meshed.add(faces.get(i).with(second.get(i)));
        }
        return meshed;
    }

    private static double startAngle(Verification verification) {
        double angle = verification.eyeAngle();
        return Math.abs(angle) > LEANING ? angle : 0;
    }
}
