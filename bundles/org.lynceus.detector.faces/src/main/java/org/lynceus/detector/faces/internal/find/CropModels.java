package org.lynceus.detector.faces.internal.find;

import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.lynceus.detector.faces.internal.face.Verification;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;

/** The two models that look at a crop of one face: the verifying detector and the mesh. Thread-safe. */
public final class CropModels implements AutoCloseable {
    private final Inference<SquareCrop, Verification> verifier;
    private final Inference<SquareCrop, Mesh> mesh;

    /** Binds the only graph of each. */
    public CropModels(Model verification, Model mesh) {
        GraphInfo verifierGraph = verification.info().graphs().get(0);
        this.verifier = verification.bind(verifierGraph.name(), () -> new FullRangeTranslator(verifierGraph));
        GraphInfo meshGraph = mesh.info().graphs().get(0);
        this.mesh = mesh.bind(meshGraph.name(), () -> new MeshTranslator(meshGraph));
    }

    /** Asks for a face in the middle of each crop, on all cores. */
    public List<Verification> verify(List<SquareCrop> crops) throws VisionException {
        return verifier.runAll(crops);
    }

    /** Fits a mesh to each crop, on all cores. */
    public List<Mesh> fit(List<SquareCrop> crops) throws VisionException {
        return mesh.runAll(crops);
    }

    @Override
    public void close() {
        verifier.close();
        mesh.close();
    }
}
