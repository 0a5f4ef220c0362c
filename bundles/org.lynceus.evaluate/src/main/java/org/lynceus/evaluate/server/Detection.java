package org.lynceus.evaluate.server;

import java.util.List;
import java.util.Optional;

/**
 * What the server found in a picture.
 *
 * @param faces as ordered by the server
 * @param orientation {@code OrientationCorrection} as reported
 * @param refusal why the server, or this machine, could not read the picture
 */
public record Detection(List<DetectedFace> faces, Optional<String> orientation, Optional<String> refusal) {
    /** Copies the list. */
    public Detection {
        faces = List.copyOf(faces);
    }

    /** Of a picture that could not be read. */
    public static Detection refused(String why) {
        return new Detection(List.of(), Optional.empty(), Optional.of(why));
    }
}
