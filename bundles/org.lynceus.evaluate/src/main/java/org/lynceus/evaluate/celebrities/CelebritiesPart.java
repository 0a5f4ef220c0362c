package org.lynceus.evaluate.celebrities;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Picture;
import org.lynceus.client.report.Section;
import org.lynceus.evaluate.dataset.Identity;
import org.lynceus.evaluate.dataset.Identity.Kind;
import org.lynceus.evaluate.dataset.Probe;
import org.lynceus.evaluate.dataset.ProbeFile;
import org.lynceus.evaluate.dataset.ProbeFolders;
import org.lynceus.evaluate.server.Recognition;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;

/** Lets the server recognise people of its galleries, and strangers. */
public final class CelebritiesPart implements Part {
    private static final double NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    @Override
    public Optional<Measurement> read(Session session) throws ToolException {
        Optional<List<Probe>> listed = ProbeFile.read(session.dataset(), session.split(), session.by());
        List<Probe> probes = listed.isPresent() ? listed.get() : folders(session);
        return probes.isEmpty() ? Optional.empty() : Optional.of(() -> measure(session, probes));
    }

    private static List<Probe> folders(Session session) throws ToolException {
        if (session.split().isPresent() || !session.by().isEmpty()) {
            throw new ToolException(
                    "--split and --by need the file " + ProbeFile.NAME + ", which " + session.dataset() + " has not");
        }
        return ProbeFolders.read(session.dataset());
    }

    private static Section measure(Session session, List<Probe> probes) throws ToolException {
        long unknown = unknown(session, probes);
        List<Outcome> outcomes =
                session.workers().all("recognising people, pictures", probes, probe -> recognize(session, probe));
        Section section = new CelebrityReport(outcomes).section(unknown);
        for (String column : session.by()) {
            section.table(TallyTables.breakdown(column, outcomes));
        }
        return section;
    }

    /** Number of people whose ids no gallery has; of names nothing is known. */
    private static long unknown(Session session, List<Probe> probes) throws ToolException {
        List<String> ids = probes.stream()
                .flatMap(probe -> probe.person().stream())
                .filter(person -> person.kind() == Kind.ID)
                .map(Identity::id)
                .distinct()
                .toList();
        return session.workers().all("looking people up", ids, session.server()::knows).stream()
                .filter(known -> !known)
                .count();
    }

    private static Outcome recognize(Session session, Probe probe) throws ToolException {
        try {
            Picture picture = Picture.read(probe.picture());
            long start = System.nanoTime();
            Recognition recognition = session.server().recognize(picture.bytes());
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            return Outcome.of(probe, picture, recognition, millis);
        } catch (IOException e) {
            return Outcome.unreadable(probe, "unreadable: " + e.getMessage());
        }
    }
}
