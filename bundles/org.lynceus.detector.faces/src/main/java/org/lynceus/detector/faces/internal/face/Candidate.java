package org.lynceus.detector.faces.internal.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Pixels;
import org.lynceus.model.api.role.DetectedFace;

/**
 * A place that may be a face.
 *
 * @param box where, in pixels
 * @param score of the detector, 0–1
 */
public record Candidate(Box box, double score) {
    /** Candidates that overlap a better one by more than this are the same face. */
    private static final double SAME_FACE_IOU = 0.4;

    private static final double PERCENT = 100;

    /** A face that a detector found, in pixels of the picture. */
    public static Candidate of(DetectedFace face, Pixels picture) {
        BoundingBox ratios = face.box();
        return new Candidate(
                new Box(
                        (double) ratios.left() * picture.width(),
                        (double) ratios.top() * picture.height(),
                        ((double) ratios.left() + ratios.width()) * picture.width(),
                        ((double) ratios.top() + ratios.height()) * picture.height()),
                face.confidence() / PERCENT);
    }

    /** The same place in a copy of the picture that is larger by a factor. */
    public Candidate scaled(double factor) {
        return new Candidate(
                new Box(box.x1() * factor, box.y1() * factor, box.x2() * factor, box.y2() * factor), score);
    }

    /** Whether two candidates overlap so much that they are the same face. */
    public boolean sameFace(Candidate other) {
        return box.iou(other.box) > SAME_FACE_IOU;
    }

    /** Greedy non-maximum suppression: keeps the best of overlapping candidates, best first. */
    public static List<Candidate> suppressed(List<Candidate> candidates) {
        List<Candidate> kept = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .filter(candidate -> kept.stream().noneMatch(better -> better.sameFace(candidate)))
                .forEach(kept::add);
        return kept;
    }
}
