package org.lynceus.evaluate.session;

import java.util.List;
import java.util.Optional;
import org.lynceus.client.picture.Picture;
import org.lynceus.evaluate.server.DetectedFace;
import org.lynceus.evaluate.server.Detection;

/**
 * A picture and its faces.
 *
 * @param picture empty when this machine cannot read the file
 * @param detection of the server
 */
public record Found(Optional<Picture> picture, Detection detection) {
    /** The faces. */
    public List<DetectedFace> faces() {
        return detection.faces();
    }

    /** The face that counts where only one does; empty when there is none. */
    public Optional<DetectedFace> central() {
        return picture.flatMap(p -> Central.of(detection.faces(), DetectedFace::box, p));
    }
}
