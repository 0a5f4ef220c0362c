package org.lynceus.evaluate.pairs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Box;
import org.lynceus.client.picture.Picture;
import org.lynceus.evaluate.server.DetectedFace;
import org.lynceus.evaluate.server.Server;
import org.lynceus.evaluate.session.Found;

/** Sees to it that the face nearest the centre is the largest of its picture. Thread-safe. */
final class SourceCutter {
    /** Tried in turn, as ratios of the face's box: wide surroundings first, because faces are found more surely in them. */
    private static final List<Double> MARGINS = List.of(1.0, 0.5, 0.25);

    private static final double SAME_FACE = 0.4;

    private final Server server;

    /** Creates it. */
    SourceCutter(Server server) {
        this.server = server;
    }

    /**
     * Makes a picture fit to be a source.
     *
     * @param file picture
     * @param found its faces
     * @throws ToolException when the server does not answer
     */
    Source source(Path file, Found found) throws ToolException {
        Optional<Box> central = found.central().map(DetectedFace::box);
        if (central.isEmpty()) {
            return new Source(file, Optional.empty(), false);
        }
        if (central.equals(largest(found.faces()))) {
            return new Source(file, Optional.empty(), true);
        }
        try {
            Picture picture = Picture.read(file);
            for (double margin : MARGINS) {
                Box area = central.get().widened(margin);
                byte[] cut = picture.cut(area).bytes();
                Optional<Box> seen = largest(server.detect(cut, false).faces());
                if (seen.filter(box -> box.iou(central.get().within(area)) >= SAME_FACE)
                        .isPresent()) {
                    return new Source(file, Optional.of(cut), true);
                }
            }
            return new Source(file, Optional.empty(), false);
        } catch (IOException e) {
            throw new ToolException("The picture " + file + " cannot be cut: " + e.getMessage(), e);
        }
    }

    private static Optional<Box> largest(List<DetectedFace> faces) {
        return faces.stream().map(DetectedFace::box).max(Comparator.comparingDouble(Box::area));
    }
}
