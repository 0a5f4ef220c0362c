package org.lynceus.detector.faces.internal.find;

import java.util.List;
import org.lynceus.api.Pixels;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.Verification;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * A picture turned by quarter turns, and the way back from it. Coordinates count from the edge of the first pixel.
 *
 * @param orientation by which the picture is turned
 * @param width of the picture before
 * @param height of the picture before
 */
record Turn(Orientation orientation, double width, double height) {
    /** Turns a BGR matrix; the caller closes the pixels. */
    static Pixels turned(Mat picture, Orientation orientation) {
        boolean swaps = orientation == Orientation.ROTATE_90 || orientation == Orientation.ROTATE_270;
        Pixels pixels = PixelMats.allocate(
                swaps ? picture.height() : picture.width(), swaps ? picture.width() : picture.height());
        Mat turned = PixelMats.view(pixels);
        try {
            // The view has the size and type of the result already, so that it is written in place.
            switch (orientation) {
                case ROTATE_0 -> picture.copyTo(turned);
                case ROTATE_90 -> Core.rotate(picture, turned, Core.ROTATE_90_CLOCKWISE);
                case ROTATE_180 -> Core.rotate(picture, turned, Core.ROTATE_180);
                case ROTATE_270 -> Core.rotate(picture, turned, Core.ROTATE_90_COUNTERCLOCKWISE);
            }
            return pixels;
        } catch (RuntimeException e) {
            pixels.close();
            throw e;
        } finally {
            turned.release();
        }
    }

    /**
     * By how much an upright face of the turned picture leans clockwise in the picture before, in radians −π–π: a picture
     * that needs a quarter turn clockwise shows its faces leaning by a quarter turn counter-clockwise.
     */
    static double lean(Orientation orientation) {
        return switch (orientation) {
            case ROTATE_0 -> 0;
            case ROTATE_90 -> -Math.PI / 2;
            case ROTATE_180 -> Math.PI;
            case ROTATE_270 -> Math.PI / 2;
        };
    }

    /** Carries a face found in the turned picture back to the picture before. */
    FoundFace back(FoundFace face) {
        Mesh mesh = face.mesh();
        double[] points = new double[mesh.points().length];
        for (int vertex = 0; 2 * vertex < points.length; vertex++) {
            Point point = back(mesh.point(vertex));
            points[2 * vertex] = point.x;
            points[2 * vertex + 1] = point.y;
        }
        List<Point> keypoints =
                face.verification().keypoints().stream().map(this::back).toList();
        return new FoundFace(
                back(face.candidate()),
                new Verification(face.verification().score(), keypoints),
                new Mesh(points, mesh.score()));
    }

    /** Carries a candidate found in the turned picture back to the picture before. */
    Candidate back(Candidate candidate) {
        Box box = candidate.box();
        Point first = back(new Point(box.x1(), box.y1()));
        Point second = back(new Point(box.x2(), box.y2()));
        return new Candidate(
                new Box(
                        Math.min(first.x, second.x),
                        Math.min(first.y, second.y),
                        Math.max(first.x, second.x),
                        Math.max(first.y, second.y)),
                candidate.score());
    }

    /** Carries a point of the turned picture back to the picture before. */
    Point back(Point point) {
        return switch (orientation) {
            case ROTATE_0 -> point;
            case ROTATE_90 -> new Point(point.y, height - point.x);
            case ROTATE_180 -> new Point(width - point.x, height - point.y);
            case ROTATE_270 -> new Point(width - point.y, point.x);
        };
    }
}
