package org.lynceus.evaluate.pairs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Picture;
import org.lynceus.evaluate.dataset.LabelledPair;
import org.lynceus.evaluate.server.Comparison;
import org.lynceus.evaluate.server.Match;
import org.lynceus.evaluate.server.Server;
import org.lynceus.evaluate.session.Central;
import org.lynceus.evaluate.session.Found;
import org.lynceus.evaluate.session.Session;

/** Lets the server compare the central faces of two pictures. Thread-safe. */
final class PairComparer {
    private final Server server;
    private final Map<Path, Found> found;
    private final Map<Path, Source> sources = new HashMap<>();

    /**
     * Prepares the pictures that are sources.
     *
     * @param found all pictures
     * @throws ToolException when the server does not answer
     */
    PairComparer(Session session, Map<Path, Found> found, List<LabelledPair> pairs) throws ToolException {
        this.server = session.server();
        this.found = found;
        SourceCutter cutter = new SourceCutter(server);
        List<Path> files = pairs.stream().map(LabelledPair::source).distinct().toList();
        for (Source source : session.workers()
                .all("preparing sources, pictures", files, file -> cutter.source(file, found.get(file)))) {
            sources.put(source.file(), source);
        }
    }

    /** Number of pictures that were cut because another face is larger. */
    long cut() {
        return sources.values().stream()
                .filter(source -> source.cut().isPresent())
                .count();
    }

    /** Number of pictures whose central face could not be made the largest. */
    long inseparable() {
        return sources.values().stream()
                .filter(source ->
                        !source.usable() && !found.get(source.file()).faces().isEmpty())
                .count();
    }

    /**
     * Compares.
     *
     * @throws ToolException when the server does not answer
     */
    ScoredPair score(LabelledPair pair) throws ToolException {
        Source source = sources.get(pair.source());
        Found target = found.get(pair.target());
        if (!source.usable() || target.faces().isEmpty() || target.picture().isEmpty()) {
            return new ScoredPair(pair, Optional.empty());
        }
        try {
            byte[] sent = source.cut().isPresent()
                    ? source.cut().get()
                    : Picture.read(pair.source()).bytes();
            Comparison comparison =
                    server.compare(sent, Picture.read(pair.target()).bytes());
            return new ScoredPair(
                    pair,
                    Central.of(
                                    comparison.matches(),
                                    Match::box,
                                    target.picture().get())
                            .map(Match::similarity));
        } catch (IOException e) {
            throw new ToolException("A picture cannot be read: " + e.getMessage(), e);
        }
    }
}
