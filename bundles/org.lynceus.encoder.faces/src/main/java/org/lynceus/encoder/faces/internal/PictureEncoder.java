package org.lynceus.encoder.faces.internal;

import java.util.List;
import org.lynceus.api.Gate;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.opencv.OpenCv;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.Mat;

/** A face encoder that decodes an image once for all its faces and lets its calls pass through a gate. Thread-safe. */
abstract class PictureEncoder implements FaceEncoder, AutoCloseable {
    /** Long side, in pixels, that pictures are decoded to at least. */
    private static final int LONG_SIDE = 1920;

    static {
        OpenCv.load();
    }

    private final String version;
    private final int dimension;
    private final Calibration calibration;
    private final Gate gate;

    PictureEncoder(String version, int dimension, Calibration calibration) {
        this.version = version;
        this.dimension = dimension;
        this.calibration = calibration;
        this.gate = new Gate("The face encoder " + version);
    }

    /**
     * Encodes faces of a decoded picture.
     *
     * @param picture BGR matrix, not owned
     * @param faces where the faces are
     * @return a vector of length 1 for each face
     */
    abstract List<float[]> encode(Mat picture, List<FaceAlignment> faces) throws VisionException;

    @Override
    public final String version() {
        return version;
    }

    @Override
    public final int dimension() {
        return dimension;
    }

    @Override
    public final float similarity(double distance) {
        return calibration.similarity().of(distance);
    }

    @Override
    public final double falseMatchRate(double distance) {
        return calibration
                .rates()
                .map(rates -> rates.at(distance))
                .orElseGet(() -> FaceEncoder.super.falseMatchRate(distance));
    }

    @Override
    public final List<float[]> encode(Image image, List<FaceAlignment> faces) throws VisionException {
        return gate.call(() -> {
            try (Pixels pixels = image.pixels(LONG_SIDE)) {
                Mat picture = PixelMats.view(pixels);
                try {
                    return encode(picture, faces);
                } finally {
                    picture.release();
                }
            }
        });
    }

    /** Refuses new calls and waits for the running ones. Idempotent. */
    @Override
    public void close() {
        gate.close();
    }
}
