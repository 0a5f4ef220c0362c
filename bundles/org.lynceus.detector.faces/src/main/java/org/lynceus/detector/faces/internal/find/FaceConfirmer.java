package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.lynceus.detector.faces.internal.face.Verification;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.opencv.core.Mat;

/**
 * Tells faces from what only resembles them, and fits a mesh to each. Thread-safe.
 *
 * <p>The verifying detector is asked on a crop around each candidate. The mesh is fitted twice, the second time on a crop
 * that the first fit gave.
 */
public final class FaceConfirmer implements AutoCloseable {
    /** A candidate is a face above this score of the verifying detector. */
    private static final double VERIFIED = 0.5;

    /** A candidate above this score of the verifying detector is a face when the mesh is sure of it. */
    private static final double DOUBTFUL = 0.3;

    /** Score of the mesh that is sure of a face. */
    private static final double MESH_SURE = 0.9;

    /** Side of the crop for verification in long sides of the candidate. */
    private static final double VERIFICATION_MARGIN = 2.5;

    /** Side of the crop for the mesh in long sides of the candidate, and of the mesh in the second pass. */
    private static final double MESH_MARGIN = 1.5;

    /** Heads that lean further than this, in radians, are turned upright for the first mesh pass too. */
    private static final double LEANING = Math.toRadians(20);

    /** Faces shorter than this, in pixels, show too little to be told from chance. */
    private static final double SMALLEST = 12;

    /** Faces shorter than this share of the picture's long side are left out: 19 pixels in a picture 1920 wide. */
    private static final double SMALLEST_SHARE = 0.01;

    private final Inference<SquareCrop, Verification> verifier;
    private final Inference<SquareCrop, Mesh> mesh;

    public FaceConfirmer(Model verification, Model mesh) {
        GraphInfo verifierGraph = verification.info().graphs().get(0);
        this.verifier = verification.bind(verifierGraph.name(), () -> new FullRangeTranslator(verifierGraph));
        GraphInfo meshGraph = mesh.info().graphs().get(0);
        this.mesh = mesh.bind(meshGraph.name(), () -> new MeshTranslator(meshGraph));
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

    @Override
    public void close() {
        verifier.close();
        mesh.close();
    }

    private List<FoundFace> verified(Mat picture, List<Candidate> candidates) throws VisionException {
        List<Verification> verifications = verifier.runAll(candidates.stream()
                .map(candidate -> crop(picture, candidate.box(), VERIFICATION_MARGIN, 0))
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
        List<Mesh> first = mesh.runAll(faces.stream()
                .map(face -> crop(picture, face.candidate().box(), MESH_MARGIN, startAngle(face.verification())))
                .toList());
        List<Mesh> second = mesh.runAll(
                first.stream().map(pass -> pass.around(picture, MESH_MARGIN)).toList());
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

    private static SquareCrop crop(Mat picture, Box box, double margin, double angle) {
        return new SquareCrop(picture, box.centreX(), box.centreY(), margin * box.longSide(), angle);
    }
}
