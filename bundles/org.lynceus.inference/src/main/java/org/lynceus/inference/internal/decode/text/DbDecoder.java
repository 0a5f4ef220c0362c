package org.lynceus.inference.internal.decode.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.model.api.role.TextRegion;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.RotatedRect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Reads a text detector of the DB kind (Liao et al., "Real-time Scene Text Detection with Differentiable Binarization",
 * 2020): a map [1, 1, H, W] of the probability that a pixel lies in the shrunk kernel of a line. Keys: {@code threshold}
 * of a pixel, {@code box.threshold} of a region's mean, {@code unclip}: the rectangle around a kernel grows by area *
 * unclip / perimeter on each side; {@code max.detections}, the most confident ones.
 */
public final class DbDecoder implements Decoder<List<TextRegion>> {
    private static final double PIXEL_THRESHOLD = 0.3;
    private static final double BOX_THRESHOLD = 0.5;
    private static final double UNCLIP = 1.6;
    private static final double MOST_UNCLIP = 10;
    private static final int REGIONS = 1000;
    private static final int MOST_REGIONS = 10_000;
    private static final int MOST_KERNELS = 20_000;
    private static final Comparator<TextRegion> MOST_CONFIDENT_FIRST =
            Comparator.comparingDouble(region -> -region.confidence());
    /** Kernels with a shorter side than this, in pixels of the map, are noise. */
    private static final double LEAST_SIDE = 3;
    /** So are regions that are not clearly larger after they have grown. */
    private static final double LEAST_GROWN_SIDE = LEAST_SIDE + 2;

    private static final double PERCENT = 100;
    private static final int ON = 255;

    private final double threshold;
    private final double boxThreshold;
    private final double unclip;
    private final int most;

    static {
        OpenCv.load();
    }

    /**
     * Creates a decoder.
     *
     * @throws IllegalArgumentException when the description is wrong
     */
    public DbDecoder(DecoderContext context) {
        this.threshold = context.ratio("threshold", PIXEL_THRESHOLD);
        this.boxThreshold = context.ratio("box.threshold", BOX_THRESHOLD);
        this.unclip = context.number("unclip", UNCLIP, 0, MOST_UNCLIP);
        this.most = context.integer("max.detections", REGIONS, 1, MOST_REGIONS);
    }

    @Override
    public List<TextRegion> decode(Frame frame, Outputs outputs) {
        Tensor map = outputs.require(
                "a map of probabilities [1, 1, H, W]", t -> t.rank() >= 3 && t.size() == t.axis(-1) * t.axis(-2));
        int rows = map.axis(-2);
        int columns = map.axis(-1);
        Mat probabilities = new Mat(rows, columns, CvType.CV_32FC1);
        List<MatOfPoint> kernels = new ArrayList<>();
        try {
            probabilities.put(0, 0, map.values());
            outline(probabilities, kernels);
            List<TextRegion> regions = kernels.stream()
                    .filter(DbDecoder::largeEnough)
                    .limit(MOST_KERNELS)
                    .flatMap(kernel -> region(frame, probabilities, kernel).stream())
                    .sorted(MOST_CONFIDENT_FIRST)
                    .limit(most)
                    .toList();
            return ReadingOrder.sorted(regions);
        } finally {
            probabilities.release();
            kernels.forEach(Mat::release);
        }
    }

    private void outline(Mat probabilities, List<MatOfPoint> kernels) {
        Mat above = new Mat();
        Mat mask = new Mat();
        Mat hierarchy = new Mat();
        Mat square = Mat.ones(2, 2, CvType.CV_8UC1);
        try {
            Imgproc.threshold(probabilities, above, threshold, ON, Imgproc.THRESH_BINARY);
            above.convertTo(mask, CvType.CV_8UC1);
            Imgproc.dilate(mask, mask, square);
            Imgproc.findContours(mask, kernels, hierarchy, Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
        } finally {
            above.release();
            mask.release();
            hierarchy.release();
            square.release();
        }
    }

    /** A rectangle in any direction is hardly wider than the upright one; this spares noise the search for it. */
    private static boolean largeEnough(MatOfPoint kernel) {
        Rect bounds = Imgproc.boundingRect(kernel);
        return Math.min(bounds.width, bounds.height) > LEAST_SIDE;
    }

    private Optional<TextRegion> region(Frame frame, Mat probabilities, MatOfPoint kernel) {
        MatOfPoint2f points = new MatOfPoint2f();
        RotatedRect rectangle;
        try {
            kernel.convertTo(points, CvType.CV_32FC2);
            rectangle = Imgproc.minAreaRect(points);
        } finally {
            points.release();
        }
        double width = rectangle.size.width;
        double height = rectangle.size.height;
        if (Math.min(width, height) < LEAST_SIDE) {
            return Optional.empty();
        }
        double score = mean(probabilities, kernel);
        double growth = width * height * unclip / (width + height);
        if (!(score >= boxThreshold) || Math.min(width, height) + growth < LEAST_GROWN_SIDE) {
            return Optional.empty();
        }
        Point[] corners = new Point[4];
        new RotatedRect(rectangle.center, new Size(width + growth, height + growth), rectangle.angle).points(corners);
        double stepX = (double) frame.width() / probabilities.width();
        double stepY = (double) frame.height() / probabilities.height();
        for (Point corner : corners) {
            corner.x *= stepX;
            corner.y *= stepY;
        }
        return Optional.of(new TextRegion((float) (Math.min(1, score) * PERCENT), Corners.inOrder(frame, corners)));
    }

    /** Mean of the probabilities inside a kernel's outline, the outline included. */
    private static double mean(Mat probabilities, MatOfPoint kernel) {
        Rect bounds = Imgproc.boundingRect(kernel);
        Mat part = probabilities.submat(bounds);
        Mat mask = Mat.zeros(bounds.size(), CvType.CV_8UC1);
        try {
            Imgproc.fillPoly(mask, List.of(kernel), new Scalar(1), Imgproc.LINE_8, 0, new Point(-bounds.x, -bounds.y));
            return Core.mean(part, mask).val[0];
        } finally {
            part.release();
            mask.release();
        }
    }
}
