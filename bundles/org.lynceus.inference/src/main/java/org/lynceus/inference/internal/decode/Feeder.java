package org.lynceus.inference.internal.decode;

import java.nio.FloatBuffer;
import org.lynceus.api.Pixels;
import org.lynceus.inference.internal.decode.Fit.Area;
import org.lynceus.inference.internal.decode.Fit.Placement;
import org.lynceus.opencv.OpenCv;
import org.lynceus.opencv.PictureTensor;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Makes input tensors of pictures, in memory of its own that it uses again. Not thread-safe. */
final class Feeder implements AutoCloseable {
    private final Feed feed;
    private final PictureTensor tensor;
    private final Mat input;

    static {
        OpenCv.load();
    }

    Feeder(Feed feed) {
        this.feed = feed;
        this.tensor = new PictureTensor(feed.graph());
        this.input = new Mat();
    }

    /**
     * Fills the tensor.
     *
     * @param pixels open
     * @param placement that {@link Feed#place} gave for them
     * @return the tensor; valid until the next call or the end
     */
    FloatBuffer fill(Pixels pixels, Placement placement) {
        Mat picture = PixelMats.view(pixels);
        Mat part = picture.submat(rect(placement.from()));
        try {
            if (placement.bordered()) {
                letterbox(part, placement);
                return tensor.fill(input);
            }
            if (part.width() == placement.input().width()
                    && part.height() == placement.input().height()) {
                return tensor.fill(part);
            }
            Imgproc.resize(
                    part, input, size(placement), 0, 0, feed.interpolation().code());
            return tensor.fill(input);
        } finally {
            part.release();
            picture.release();
        }
    }

    private void letterbox(Mat part, Placement placement) {
        input.create(size(placement), CvType.CV_8UC3);
        input.setTo(new Scalar(feed.pad(), feed.pad(), feed.pad()));
        Mat middle = input.submat(rect(placement.to()));
        try {
            Imgproc.resize(
                    part, middle, middle.size(), 0, 0, feed.interpolation().code());
        } finally {
            middle.release();
        }
    }

    private static Size size(Placement placement) {
        return new Size(placement.input().width(), placement.input().height());
    }

    private static Rect rect(Area area) {
        return new Rect(area.x(), area.y(), area.width(), area.height());
    }

    @Override
    public void close() {
        tensor.close();
        input.release();
    }
}
