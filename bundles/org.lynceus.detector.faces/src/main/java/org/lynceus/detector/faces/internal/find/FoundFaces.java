package org.lynceus.detector.faces.internal.find;

import java.util.List;
import java.util.Optional;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.FoundFace;

/**
 * The faces of a picture.
 *
 * @param faces largest first, in pixels of the picture as it is
 * @param orientation how the picture is turned; empty when that was not asked or no face tells
 */
public record FoundFaces(List<FoundFace> faces, Optional<Orientation> orientation) {
    public FoundFaces {
        faces = List.copyOf(faces);
    }

    /** The largest faces, at most so many. */
    public List<FoundFace> largest(int max) {
        return faces.subList(0, Math.min(max, faces.size()));
    }
}
