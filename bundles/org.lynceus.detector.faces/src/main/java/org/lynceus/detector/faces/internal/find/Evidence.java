package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Mesh;

/** How much area of faces speaks for each orientation of a picture, every face once. Belongs to one call. */
final class Evidence {
    /** Boxes that overlap by more than this are the same face, seen in different directions. */
    private static final double SAME_FACE_IOU = 0.3;

    /** Heads lean by up to this, in radians. */
    private static final double LEANING = Math.toRadians(60);

    /** From this lean on, in radians, a face is upside down. */
    private static final double UPSIDE_DOWN = Math.toRadians(135);

    private final Map<Orientation, Double> areas = new EnumMap<>(Orientation.class);
    private final List<Box> counted = new ArrayList<>();

    /** Counts a face, unless it was counted before, by its area times a weight. */
    void add(Orientation orientation, Box box, double weight) {
        if (!knows(box)) {
            counted.add(box);
            areas.merge(orientation, box.area() * weight, Double::sum);
        }
    }

    /** Whether a face was counted. */
    boolean knows(Box box) {
        return counted.stream().anyMatch(known -> known.iou(box) > SAME_FACE_IOU);
    }

    /** The orientation that most area speaks for, of equals the first; empty when nothing was counted. */
    Optional<Orientation> winner() {
        return areas.entrySet().stream()
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .map(Map.Entry::getKey);
    }

    /**
     * The orientation that makes a mesh upright, within 45 degrees; of one that leans by up to 60 the picture as it is, since
     * heads lean more often than pictures are turned.
     */
    static Orientation of(Mesh mesh) {
        double angle = mesh.eyeAngle();
        if (Math.abs(angle) < LEANING) {
            return Orientation.ROTATE_0;
        }
        if (Math.abs(angle) > UPSIDE_DOWN) {
            return Orientation.ROTATE_180;
        }
        return angle > 0 ? Orientation.ROTATE_270 : Orientation.ROTATE_90;
    }
}
