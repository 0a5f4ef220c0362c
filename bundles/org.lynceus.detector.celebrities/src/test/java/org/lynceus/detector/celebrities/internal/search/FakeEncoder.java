package org.lynceus.detector.celebrities.internal.search;

import java.util.List;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceEncoder;

/**
 * Encodes a face as the direction of its left eye as seen from the corner of the picture; a false match rate is ten to the
 * minus ten times what a distance lacks to 1.
 */
public class FakeEncoder implements FaceEncoder {
    private final String version;

    /** An encoder of a version. */
    public FakeEncoder(String version) {
        this.version = version;
    }

    @Override
    public String version() {
        return version;
    }

    /** Direction of a point. */
    public static float[] direction(double x, double y) {
        double length = Math.hypot(x, y);
        return new float[] {(float) (x / length), (float) (y / length)};
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public List<float[]> encode(Image image, List<FaceAlignment> faces) throws VisionException {
        return faces.stream()
                .map(face -> direction(face.eyeLeft().x(), face.eyeLeft().y()))
                .toList();
    }

    @Override
    public float similarity(double distance) {
        throw new UnsupportedOperationException("not for a search");
    }

    @Override
    public double falseMatchRate(double distance) {
        return Math.min(1, Math.pow(10, -10 * (1 - distance)));
    }
}
