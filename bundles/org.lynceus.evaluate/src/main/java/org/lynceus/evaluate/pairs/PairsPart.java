package org.lynceus.evaluate.pairs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lynceus.client.ToolException;
import org.lynceus.client.report.Section;
import org.lynceus.evaluate.dataset.LabelledPair;
import org.lynceus.evaluate.dataset.PairFile;
import org.lynceus.evaluate.session.Found;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Misses;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;

/** Compares the pairs of {@code pairs.csv}. */
public final class PairsPart implements Part {
    @Override
    public Optional<Measurement> read(Session session) throws ToolException {
        return PairFile.read(session.dataset(), session.by()).map(pairs -> () -> measure(session, pairs));
    }

    private static Section measure(Session session, List<LabelledPair> pairs) throws ToolException {
        Map<Path, Found> found = session.finder()
                .boxes(pairs.stream()
                        .flatMap(pair -> Stream.of(pair.source(), pair.target()))
                        .distinct()
                        .toList());
        PairComparer comparer = new PairComparer(session, found, pairs);
        List<ScoredPair> scored = session.workers().all("comparing pairs", pairs, comparer::score);
        Section section = new Section("pairs", "Pairs (" + PairFile.NAME + ", CompareFaces)");
        Misses.report(section, found.values());
        PairReport.write(section, comparer, scored);
        for (String column : session.by()) {
            section.table(Breakdown.table(column, scored));
        }
        return section;
    }
}
