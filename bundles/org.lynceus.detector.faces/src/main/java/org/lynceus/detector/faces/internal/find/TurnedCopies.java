package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.Pixels;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Small copies of a picture in the three directions that it is not in. Belongs to one call, which closes it. */
final class TurnedCopies implements AutoCloseable {
    /** By which orientations the copies are turned. */
    static final List<Orientation> ORIENTATIONS =
            List.of(Orientation.ROTATE_90, Orientation.ROTATE_180, Orientation.ROTATE_270);

    /** Long side of a copy in pixels, at most. */
    private static final double LONG_SIDE = 640;

    private final List<Pixels> pixels = new ArrayList<>();
    private final double scale;
    private final int width;
    private final int height;

    /** Makes the copies of a BGR matrix. */
    TurnedCopies(Mat picture) {
        this.scale = Math.max(1, Math.max(picture.width(), picture.height()) / LONG_SIDE);
        this.width = picture.width();
        this.height = picture.height();
        Mat copy = new Mat();
        try {
            Size size = new Size(Math.max(1, Math.rint(width / scale)), Math.max(1, Math.rint(height / scale)));
            Imgproc.resize(picture, copy, size, 0, 0, Imgproc.INTER_AREA);
            for (Orientation orientation : ORIENTATIONS) {
                pixels.add(Turn.turned(copy, orientation));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            copy.release();
        }
    }

    /** The copies in the order of {@link #ORIENTATIONS}. */
    List<Pixels> pixels() {
        return pixels;
    }

    /** Carries a candidate found in a copy back to the picture. */
    Candidate back(Candidate found, Orientation orientation) {
        return new Turn(orientation, width / scale, height / scale).back(found).scaled(scale);
    }

    @Override
    public void close() {
        pixels.forEach(Pixels::close);
    }
}
