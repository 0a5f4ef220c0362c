package org.lynceus.detector.faces.internal.find;

import org.lynceus.api.Pixels;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/**
 * Puts a picture at half the size into the middle of a black canvas, so that a face that fills it can be found.
 *
 * @param width of the canvas in pixels, at most
 * @param height of the canvas in pixels, at most
 * @param stretched whether the canvas has this very size; otherwise it has the aspect of the picture
 */
public record CloseUp(int width, int height, boolean stretched) {
    /** Side of the canvas for a graph that takes any size. */
    private static final int USUAL = 640;

    /** The middle needs a pixel at least. */
    private static final int SMALLEST = 4;

    /** A canvas that a graph shows pixel by pixel. */
    public static CloseUp of(ModelInfo model, GraphInfo graph) {
        if (!graph.fixedSize()) {
            return new CloseUp(USUAL, USUAL, false);
        }
        String fit = model.property("graph." + graph.name() + ".fit")
                .or(() -> model.property("fit"))
                .orElse("stretch");
        return new CloseUp(graph.width(), graph.height(), fit.trim().equals("stretch"));
    }

    /** Makes the canvas; the caller closes it. */
    public Pixels shrink(Pixels picture) {
        double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
        Pixels canvas = PixelMats.allocate(
                stretched ? width : Math.max(SMALLEST, (int) Math.round(scale * picture.width())),
                stretched ? height : Math.max(SMALLEST, (int) Math.round(scale * picture.height())));
        Mat from = PixelMats.view(picture);
        Mat to = PixelMats.view(canvas);
        Mat middle =
                to.submat(new Rect(canvas.width() / 4, canvas.height() / 4, canvas.width() / 2, canvas.height() / 2));
        try {
            Imgproc.resize(from, middle, middle.size());
            return canvas;
        } catch (RuntimeException e) {
            canvas.close();
            throw e;
        } finally {
            middle.release();
            to.release();
            from.release();
        }
    }

    /**
     * Carries a candidate found on the canvas back to the picture.
     *
     * @param canvas that {@link #shrink} made of the picture
     */
    public Candidate enlarge(Candidate found, Pixels canvas, Pixels picture) {
        int left = canvas.width() / 4;
        int top = canvas.height() / 4;
        double scaleX = (double) picture.width() / (canvas.width() / 2);
        double scaleY = (double) picture.height() / (canvas.height() / 2);
        Box box = found.box();
        return new Candidate(
                new Box(
                        (box.x1() - left) * scaleX,
                        (box.y1() - top) * scaleY,
                        (box.x2() - left) * scaleX,
                        (box.y2() - top) * scaleY),
                found.score());
    }
}
