package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.opencv.core.Mat;

/**
 * Encodes faces with two encoders and joins their vectors: the cosine of two joined vectors is the weighted mean of the
 * cosines that each encoder gives. Does not own its members. Thread-safe.
 */
final class FusedEncoder extends PictureEncoder {
    private final Fusion fusion;
    private final PictureEncoder primary;
    private final PictureEncoder companion;

    /**
     * Creates an encoder.
     *
     * @param name begins its version
     * @param fusion how much each counts
     * @param primary gives the first numbers of a vector
     * @param companion gives the others
     */
    FusedEncoder(String name, Fusion fusion, PictureEncoder primary, PictureEncoder companion) {
        super(
                EncoderVersion.of(name, fusion, primary.version(), companion.version()),
                primary.dimension() + companion.dimension(),
                fusion.calibration());
        this.fusion = fusion;
        this.primary = primary;
        this.companion = companion;
    }

    @Override
    List<float[]> encode(Mat picture, List<FaceAlignment> faces) throws VisionException {
        List<float[]> first = primary.encode(picture, faces);
        List<float[]> second = companion.encode(picture, faces);
        List<float[]> joined = new ArrayList<>(faces.size());
        for (int i = 0; i < first.size(); i++) {
            joined.add(fusion.join(first.get(i), second.get(i)));
        }
        return joined;
    }
}
