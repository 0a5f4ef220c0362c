package org.lynceus.evaluate.rotations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Box;
import org.lynceus.client.picture.Picture;
import org.lynceus.client.report.Section;
import org.lynceus.evaluate.server.DetectedFace;
import org.lynceus.evaluate.server.Detection;
import org.lynceus.evaluate.session.BoxMatching;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;

/** Sends every picture of the folder upright and turned, always without an orientation of its own. */
public final class RotationPart implements Part {
    private static final double SAME_FACE = 0.4;
    private static final int TURNS = 4;

    @Override
    public Optional<Measurement> read(Session session) throws ToolException {
        List<Path> pictures = session.dataset().pictures();
        if (pictures.isEmpty()) {
            throw new ToolException("--rotations needs pictures, but there is none in " + session.dataset());
        }
        return Optional.of(() -> measure(session, pictures));
    }

    private static Section measure(Session session, List<Path> pictures) throws ToolException {
        List<PictureTurns> turns = session.workers().all("turning pictures", pictures, file -> turns(session, file));
        return RotationReport.section(turns);
    }

    private static PictureTurns turns(Session session, Path file) throws ToolException {
        try {
            Picture picture = Picture.read(file);
            List<Turned> turned = new ArrayList<>();
            List<Box> upright = List.of();
            for (int quarters = 0; quarters < TURNS; quarters++) {
                Detection detection =
                        session.server().detect(picture.turned(quarters).bytes(), false);
                if (detection.refusal().isPresent()) {
                    return new PictureTurns(List.of(), detection.refusal());
                }
                List<Box> turnedBack = boxes(detection, -quarters);
                upright = quarters == 0 ? turnedBack : upright;
                int found = BoxMatching.match(upright, turnedBack, SAME_FACE).size();
                turned.add(new Turned(
                        quarters, upright.size(), found, turnedBack.size() - found, detection.orientation()));
            }
            return new PictureTurns(turned, Optional.empty());
        } catch (IOException e) {
            return new PictureTurns(List.of(), Optional.of("unreadable: " + e.getMessage()));
        }
    }

    private static List<Box> boxes(Detection detection, int quarters) {
        return detection.faces().stream()
                .map(DetectedFace::box)
                .map(box -> box.turned(quarters))
                .toList();
    }
}
