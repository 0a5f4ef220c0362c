package org.lynceus.evaluate.pairs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Picture;
import org.lynceus.client.report.Section;
import org.lynceus.evaluate.dataset.People;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;

/**
 * Compares every two pictures of a folder: one vector per picture from the analysis {@code face-embedding}, all cosines
 * here, and the server's map from cosine to similarity from a few hundred answers of CompareFaces.
 */
public final class AllPairsPart implements Part {
    /** All cosines of more pictures do not fit into the memory of a small machine. */
    private static final int MOST = 5_000;

    private static final List<Double> SIMILARITIES = List.of(80.0, 99.0);

    @Override
    public Optional<Measurement> read(Session session) throws ToolException {
        Map<Path, String> people = People.read(session.dataset());
        if (people.size() < 2 || people.size() > MOST) {
            throw new ToolException(
                    "--all-pairs takes 2 to " + MOST + " pictures, but " + session.dataset() + " has " + people.size());
        }
        return Optional.of(() -> measure(session, people));
    }

    private static Section measure(Session session, Map<Path, String> people) throws ToolException {
        List<EncodedPicture> pictures = session.workers()
                .all(
                        "encoding faces, pictures",
                        List.copyOf(people.keySet()),
                        file -> encode(session, file, people.get(file)));
        List<EncodedPicture> encoded = pictures.stream()
                .filter(picture -> picture.vector().isPresent())
                .toList();
        List<String> encoders =
                encoded.stream().map(EncodedPicture::encoder).distinct().toList();
        if (encoders.size() > 1) {
            throw new ToolException("The server's encoder changed meanwhile: " + String.join(", ", encoders));
        }
        if (encoded.size() < 2) {
            throw new ToolException("Faces were found in fewer than two pictures of " + session.dataset());
        }
        CosinePairs pairs = new CosinePairs(encoded);
        Calibration calibration = new Calibrator(session, pairs).calibrate(SIMILARITIES);
        return AllPairsReport.section(pictures, pairs, calibration, SIMILARITIES);
    }

    private static EncodedPicture encode(Session session, Path file, String person) throws ToolException {
        try {
            Picture picture = Picture.read(file);
            return EncodedPicture.of(file, person, picture, session.server().embed(picture.bytes()));
        } catch (IOException e) {
            return EncodedPicture.unreadable(file, person, "unreadable: " + e.getMessage());
        }
    }
}
