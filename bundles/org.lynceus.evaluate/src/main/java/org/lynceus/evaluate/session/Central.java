package org.lynceus.evaluate.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lynceus.client.picture.Box;
import org.lynceus.client.picture.Picture;

/** Which of several faces counts: the one whose box has its centre nearest the picture's, in pixels. */
public final class Central {
    private static final double MIDDLE = 0.5;

    private Central() {}

    /**
     * Chooses.
     *
     * @param faces of the picture
     * @param box of a face
     * @return empty when there is no face
     */
    public static <T> Optional<T> of(List<T> faces, Function<T, Box> box, Picture picture) {
        return faces.stream().min(Comparator.comparingDouble(face -> distance(box.apply(face), picture)));
    }

    private static double distance(Box box, Picture picture) {
        return Math.hypot((box.centreX() - MIDDLE) * picture.width(), (box.centreY() - MIDDLE) * picture.height());
    }
}
