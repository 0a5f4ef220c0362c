package org.lynceus.evaluate.pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Picture;
import org.lynceus.evaluate.server.Comparison;
import org.lynceus.evaluate.server.Match;
import org.lynceus.evaluate.session.Central;
import org.lynceus.evaluate.session.Session;
import org.lynceus.evaluate.statistics.Monotone.Sample;

/** Learns the server's map from cosine to similarity by letting it compare a few hundred pairs. */
final class Calibrator {
    private final Session session;
    private final CosinePairs pairs;

    /** Creates it. */
    Calibrator(Session session, CosinePairs pairs) {
        this.session = session;
        this.pairs = pairs;
    }

    /**
     * Compares pairs spread over all cosines, then those nearest to where the map reaches some similarities.
     *
     * @param similarities at which the map must be sharp
     * @throws ToolException when the server does not answer
     */
    Calibration calibrate(List<Double> similarities) throws ToolException {
        Sampler sampler = new Sampler(pairs);
        Set<SamplePair> known = new LinkedHashSet<>(sampler.spread());
        List<Sample> samples = new ArrayList<>(compare(List.copyOf(known)));
        if (samples.isEmpty()) {
            throw new ToolException("CompareFaces compared none of the pictures of " + session.dataset());
        }
        for (double similarity : similarities) {
            double cosine = new Calibration(samples).cosine(similarity);
            if (Double.isFinite(cosine)) {
                List<SamplePair> near =
                        sampler.near(cosine).stream().filter(known::add).toList();
                samples.addAll(compare(near));
            }
        }
        return new Calibration(samples);
    }

    private List<Sample> compare(List<SamplePair> chosen) throws ToolException {
        return session.workers().all("comparing sample pairs", chosen, this::compare).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Sample> compare(SamplePair pair) throws ToolException {
        EncodedPicture source = pairs.picture(pair.first());
        EncodedPicture target = pairs.picture(pair.second());
        try {
            Comparison comparison = session.server()
                    .compare(
                            Picture.read(source.file()).bytes(),
                            Picture.read(target.file()).bytes());
            return Central.of(comparison.matches(), Match::box, target.size().orElseThrow())
                    .map(match -> new Sample(pair.cosine(), match.similarity()));
        } catch (IOException e) {
            throw new ToolException("A picture cannot be read: " + e.getMessage(), e);
        }
    }
}
