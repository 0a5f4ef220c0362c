package org.lynceus.detector.faces.internal.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.Landmark;
import org.lynceus.api.face.LandmarkType;
import org.opencv.core.Point;
import org.opencv.core.Point3;

/**
 * The named points of a face in pixels, from its mesh or, for profiles that the mesh cannot follow, from the keypoints of
 * the verifying detector.
 */
public final class Landmarks {
    /** Distance of a mouth corner from the middle of the mouth, in distances of the eyes. Source: canonical face. */
    private static final double MOUTH_HALF_WIDTH = 2.4562 / (2 * 3.1512);

    private final Map<LandmarkType, Point> points;
    private final Optional<Verification> keypoints;

    private Landmarks(Map<LandmarkType, Point> points, Optional<Verification> keypoints) {
        this.points = points;
        this.keypoints = keypoints;
    }

    /**
     * All thirty points. Vertices fitted to recorded answers of the service; for the tip of the nose vertex 4, which lies
     * nearer to where people mark it than vertex 1.
     */
    public static Landmarks of(Mesh mesh) {
        Map<LandmarkType, Point> points = new EnumMap<>(LandmarkType.class);
        for (LandmarkType type : LandmarkType.values()) {
            points.put(type, mesh.mean(vertices(type)));
        }
        return new Landmarks(points, Optional.empty());
    }

    /**
     * All thirty points, the five default ones straight from the keypoints. The others are those of the canonical face laid
     * on the keypoints, lids, corners of the eyes and brows moved along to where the eye is seen; the pupils are the eyes. So
     * they tell where such a face has its points, not what this one does with its lids and lips.
     */
    public static Landmarks of(Verification face) {
        Map<LandmarkType, Point> points = new EnumMap<>(LandmarkType.class);
        Point left = face.eyeLeft();
        Point right = face.eyeRight();
        double dx = (right.x - left.x) * MOUTH_HALF_WIDTH;
        double dy = (right.y - left.y) * MOUTH_HALF_WIDTH;
        points.put(LandmarkType.EYE_LEFT, left);
        points.put(LandmarkType.EYE_RIGHT, right);
        points.put(LandmarkType.NOSE, face.nose());
        points.put(LandmarkType.MOUTH_LEFT, new Point(face.mouth().x - dx, face.mouth().y - dy));
        points.put(LandmarkType.MOUTH_RIGHT, new Point(face.mouth().x + dx, face.mouth().y + dy));
        return new Landmarks(points, Optional.of(face));
    }

    /** The default points, or all there are, as ratios of the picture. */
    public List<Landmark> ratios(boolean all, int width, int height) {
        List<Landmark> ratios = new ArrayList<>();
        (all ? all(width, height) : points).forEach((type, point) -> {
            if (all || type.ordinal() < LandmarkType.DEFAULT_COUNT) {
                ratios.add(new Landmark(type, (float) (point.x / width), (float) (point.y / height)));
            }
        });
        return ratios;
    }

    /** The points that an encoder aligns by, as ratios of the picture. */
    public FaceAlignment alignment(int width, int height) {
        return new FaceAlignment(
                ratio(points.get(LandmarkType.EYE_LEFT), width, height),
                ratio(points.get(LandmarkType.EYE_RIGHT), width, height),
                ratio(points.get(LandmarkType.NOSE), width, height),
                ratio(points.get(LandmarkType.MOUTH_LEFT), width, height),
                ratio(points.get(LandmarkType.MOUTH_RIGHT), width, height));
    }

    private Map<LandmarkType, Point> all(int width, int height) {
        return keypoints.map(face -> completed(face, width, height)).orElse(points);
    }

    private Map<LandmarkType, Point> completed(Verification face, int width, int height) {
        List<Point3> canonical = Arrays.stream(LandmarkType.values())
                .map(type -> Canonical.mean(vertices(type)))
                .toList();
        List<Point> projected = ProjectedFace.points(face, canonical, width, height);
        Map<LandmarkType, Point> all = new EnumMap<>(points);
        for (LandmarkType type : LandmarkType.values()) {
            Point point = projected.get(type.ordinal());
            all.putIfAbsent(
                    type,
                    switch (type) {
                        case LEFT_EYE_BROW_LEFT,
                                LEFT_EYE_BROW_RIGHT,
                                LEFT_EYE_BROW_UP,
                                LEFT_EYE_LEFT,
                                LEFT_EYE_RIGHT,
                                LEFT_EYE_UP,
                                LEFT_EYE_DOWN ->
                            moved(point, projected.get(LandmarkType.EYE_LEFT.ordinal()), face.eyeLeft());
                        case RIGHT_EYE_BROW_LEFT,
                                RIGHT_EYE_BROW_RIGHT,
                                RIGHT_EYE_BROW_UP,
                                RIGHT_EYE_LEFT,
                                RIGHT_EYE_RIGHT,
                                RIGHT_EYE_UP,
                                RIGHT_EYE_DOWN ->
                            moved(point, projected.get(LandmarkType.EYE_RIGHT.ordinal()), face.eyeRight());
                        default -> point;
                    });
        }
        all.put(LandmarkType.LEFT_PUPIL, face.eyeLeft());
        all.put(LandmarkType.RIGHT_PUPIL, face.eyeRight());
        return all;
    }

    private static Point moved(Point point, Point from, Point to) {
        return new Point(point.x + to.x - from.x, point.y + to.y - from.y);
    }

    private static org.lynceus.api.face.Point ratio(Point point, int width, int height) {
        return new org.lynceus.api.face.Point((float) (point.x / width), (float) (point.y / height));
    }

    private static int[] vertices(LandmarkType type) {
        return switch (type) {
            case EYE_LEFT, LEFT_PUPIL -> new int[] {33, 133, 159, 145};
            case EYE_RIGHT, RIGHT_PUPIL -> new int[] {362, 263, 386, 374};
            case MOUTH_LEFT -> new int[] {61};
            case MOUTH_RIGHT -> new int[] {291};
            case NOSE -> new int[] {4};
            case LEFT_EYE_BROW_LEFT -> new int[] {70};
            case LEFT_EYE_BROW_RIGHT -> new int[] {107};
            case LEFT_EYE_BROW_UP -> new int[] {105};
            case RIGHT_EYE_BROW_LEFT -> new int[] {336};
            case RIGHT_EYE_BROW_RIGHT -> new int[] {300};
            case RIGHT_EYE_BROW_UP -> new int[] {334};
            case LEFT_EYE_LEFT -> new int[] {33};
            case LEFT_EYE_RIGHT -> new int[] {133};
            case LEFT_EYE_UP -> new int[] {159};
            case LEFT_EYE_DOWN -> new int[] {145};
            case RIGHT_EYE_LEFT -> new int[] {362};
            case RIGHT_EYE_RIGHT -> new int[] {263};
            case RIGHT_EYE_UP -> new int[] {386};
            case RIGHT_EYE_DOWN -> new int[] {374};
            case NOSE_LEFT -> new int[] {98};
            case NOSE_RIGHT -> new int[] {327};
            case MOUTH_UP -> new int[] {0};
            case MOUTH_DOWN -> new int[] {17};
            case UPPER_JAWLINE_LEFT -> new int[] {127};
            case MID_JAWLINE_LEFT -> new int[] {172};
            case CHIN_BOTTOM -> new int[] {152};
            case MID_JAWLINE_RIGHT -> new int[] {397};
            case UPPER_JAWLINE_RIGHT -> new int[] {356};
        };
    }
}
