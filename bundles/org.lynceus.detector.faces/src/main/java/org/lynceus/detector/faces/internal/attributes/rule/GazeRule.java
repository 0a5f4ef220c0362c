package org.lynceus.detector.faces.internal.attributes.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.face.EyeDirection;
import org.lynceus.detector.faces.internal.attributes.view.EyeView;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.attributes.view.IrisView;
import org.opencv.core.Point;

/**
 * Tells where the eyes look, however the head is turned, by where the pupils lie in them.
 *
 * <p>An eyeball of 12 mm radius (axial length of an adult's eye: 24 mm; Bekerman, Gottlieb and Vaiman, 2014) turns behind
 * lids whose corners are 30 mm apart (palpebral fissure) and lie 1 mm behind its middle. Where it looks into the camera the
 * pupil appears in front of that middle, whatever the head does; off it by d mm, the eye looks asin(d / 12) aside. To the
 * right d = 30 · o · cos(yaw) − 1 · sin(yaw), where o is the offset of the pupil from the mean of the lids, which scatters
 * less than their corners, in distances of the corners; upwards, since lids follow a pupil there, from the middle of the
 * corners. At rest a pupil lies 1.8 mm above the corners and 1.8 mm nearer to the nose than the mean of the lids. These
 * three are what they are on average on 585 portraits of people who look into the camera; the angles scatter by 6 degrees
 * (yaw) and 5 (pitch) there.
 *
 * <p>Of two eyes the mean counts, of a strong profile the near one. The confidence falls with the disagreement of the two
 * and with how little can be seen of them.
 */
public final class GazeRule {
    private static final double CORNER_DISTANCE = 30;
    private static final double EYEBALL_RADIUS = 12;
    private static final double CORNERS_BEHIND = 1;
    private static final double PUPIL_ABOVE = 1.8;
    private static final double PUPIL_INWARDS = 1.8;

    /** Disagreement of the eyes in degrees at which half of the confidence is gone. */
    private static final double HALF_AGREED = 20;

    /** Lids so far apart, in corner distances, leave the pupil free; nearer ones hide it. */
    private static final Ramp LIDS = new Ramp(0.05, 0.2);

    /** Share of the confidence that one eye alone is worth. */
    private static final double ONE_EYE = 0.7;

    private static final double LEAST_COSINE = 0.5;
    private static final double PERCENT = 100;

    private GazeRule() {}

    /**
     * Direction of the gaze.
     *
     * @param irises for each of {@link FaceView#eyes()}; empty when not known
     * @param clarity 0–1
     */
    public static Optional<EyeDirection> direction(FaceView face, List<IrisView> irises, double clarity) {
        if (irises.isEmpty()) {
            return Optional.empty();
        }
        List<EyeView> eyes = face.eyes();
        List<Point> turns = new ArrayList<>();
        double lids = 1;
        for (int i = 0; i < eyes.size(); i++) {
            EyeView eye = eyes.get(i);
            if (face.seen(eye)) {
                turns.add(turn(face, eye, irises.get(i)));
                lids = Math.min(lids, LIDS.at(eye.opening().orElse(LIDS.one())));
            }
        }
        double yaw = turns.stream().mapToDouble(turn -> turn.x).average().orElse(0);
        double pitch = turns.stream().mapToDouble(turn -> turn.y).average().orElse(0);
        return Optional.of(
                new EyeDirection((float) yaw, (float) pitch, (float) (PERCENT * agreement(turns) * lids * clarity)));
    }

    /** Degrees to the right and upwards. */
    private static Point turn(FaceView face, EyeView eye, IrisView iris) {
        Point pupil = eye.offset(iris.pupil());
        double aside = pupil.x - eye.offset(iris.opening()).x;
        double yaw = Math.toRadians(face.pose().yaw());
        double pitch = Math.toRadians(face.pose().pitch());
        double width = CORNER_DISTANCE * Math.max(LEAST_COSINE, Math.cos(yaw));
        double inwards = eye.onLeftSide() ? PUPIL_INWARDS : -PUPIL_INWARDS;
        return new Point(
                degrees(aside * width - inwards - CORNERS_BEHIND * Math.sin(yaw)),
                degrees(-pupil.y * width - PUPIL_ABOVE - CORNERS_BEHIND * Math.sin(pitch)));
    }

    private static double degrees(double millimetres) {
        return Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, millimetres / EYEBALL_RADIUS))));
    }

    private static double agreement(List<Point> turns) {
        if (turns.size() < 2) {
            return ONE_EYE;
        }
        double apart = Math.hypot(turns.get(0).x - turns.get(1).x, turns.get(0).y - turns.get(1).y);
        return 1 / (1 + Math.pow(apart / HALF_AGREED, 2));
    }
}
