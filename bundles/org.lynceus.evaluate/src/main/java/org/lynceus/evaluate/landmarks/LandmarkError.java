package org.lynceus.evaluate.landmarks;

import org.lynceus.evaluate.dataset.FacePoints;
import org.lynceus.evaluate.server.Point;

/**
 * How far a landmark of one face lies from where people put it.
 *
 * @param landmark which
 * @param frontal whether the face looks at the camera, as the server sees it
 * @param byCorners distance over the distance of the outer corners of the eyes
 * @param byCentres distance over the distance of the centres of the eyes
 * @param right signed distance rightwards over that of the outer corners
 * @param down signed distance downwards over that of the outer corners
 */
record LandmarkError(
        Landmark landmark, boolean frontal, double byCorners, double byCentres, double right, double down) {
    /**
     * Measures.
     *
     * @param found where the server put it, in pixels
     * @param truth the face's points
     */
    static LandmarkError of(Landmark landmark, boolean frontal, Point found, FacePoints truth) {
        Point wanted = landmark.truth(truth);
        double distance = found.distance(wanted);
        double corners = truth.outerCorners();
        return new LandmarkError(
                landmark,
                frontal,
                distance / corners,
                distance / truth.eyeCentres(),
                (found.x() - wanted.x()) / corners,
                (found.y() - wanted.y()) / corners);
    }
}
