package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Encodes faces with one embedding model: aligns by five points, adds the vector of the mirrored face where the model
 * wants that, and scales to length 1. Thread-safe.
 */
final class AligningEncoder extends PictureEncoder {
    /** Model property: whether the vector of the mirrored face is added. */
    static final String MIRROR = "embedding.mirror";

    /** Model property: how many numbers a vector has. */
    static final String DIMENSION = "embedding.dimension";

    private final Inference<AlignedFace, float[]> inference;
    private final boolean mirror;

    /**
     * Binds a model and encodes an empty face with it once, so that a model that cannot is found out now.
     *
     * @throws IllegalArgumentException when the model does not say what an encoder needs to know, or its graph does not
     *     fit what it says
     */
    AligningEncoder(Model model) {
        super(
                EncoderVersion.of(model.info(), graph(model)),
                Properties.count(model.info(), DIMENSION),
                Calibration.of(model.info()));
        GraphInfo graph = graph(model);
        this.mirror = Boolean.parseBoolean(Properties.text(model.info(), MIRROR).trim());
        AlignmentTemplate template = AlignmentTemplate.of(model.info());
        this.inference = model.bind(graph.name(), () -> new EmbeddingTranslator(graph, template, dimension()));
        try {
            tryOut(template, graph.width());
        } catch (VisionException | RuntimeException e) {
            inference.close();
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        super.close();
        inference.close();
    }

    @Override
    List<float[]> encode(Mat picture, List<FaceAlignment> faces) throws VisionException {
        int views = mirror ? 2 : 1;
        List<AlignedFace> inputs = new ArrayList<>(views * faces.size());
        for (FaceAlignment face : faces) {
            inputs.add(new AlignedFace(picture, face, false));
            if (mirror) {
                inputs.add(new AlignedFace(picture, face, true));
            }
        }
        List<float[]> outputs = inference.runAll(inputs);
        List<float[]> vectors = new ArrayList<>(faces.size());
        for (int i = 0; i < outputs.size(); i += views) {
            vectors.add(UnitVector.ofSum(outputs.subList(i, i + views)));
        }
        return vectors;
    }

    private void tryOut(AlignmentTemplate template, int side) throws VisionException {
        Mat black = Mat.zeros(side, side, CvType.CV_8UC3);
        try {
            inference.run(new AlignedFace(black, template.alignment(), false));
        } finally {
            black.release();
        }
    }

    private static GraphInfo graph(Model model) {
        GraphInfo graph = model.info().graphs().get(0);
        if (!graph.fixedSize() || graph.width() != graph.height()) {
            throw new IllegalArgumentException(
                    "the graph " + graph.name() + " takes " + graph.shape() + ", not a square picture of one size");
        }
        return graph;
    }
}
