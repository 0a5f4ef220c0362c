package org.lynceus.encoder.faces.internal;

import java.util.List;
import java.util.Optional;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.opencv.core.Mat;

/** Encodes each face as the angle that its left eye's x says, 0–1 for a quarter turn, times a factor. */
final class FixedEncoder extends PictureEncoder {
    private final double factor;
    private VisionException failure;

    FixedEncoder(String version, double factor) {
        super(version, 2, new Calibration(new Similarity(10, 0.5), Optional.empty()));
        this.factor = factor;
    }

    void failWith(VisionException e) {
        failure = e;
    }

    @Override
    List<float[]> encode(Mat picture, List<FaceAlignment> faces) throws VisionException {
        if (failure != null) {
            throw failure;
        }
        return faces.stream().map(this::vector).toList();
    }

    private float[] vector(FaceAlignment face) {
        double angle = factor * face.eyeLeft().x() * Math.PI / 2;
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
}
