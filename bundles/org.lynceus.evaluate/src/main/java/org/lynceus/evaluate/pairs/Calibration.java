package org.lynceus.evaluate.pairs;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.evaluate.statistics.Monotone;
import org.lynceus.evaluate.statistics.Monotone.Sample;

/**
 * The server's map from cosine to similarity, told from pairs that it compared.
 *
 * @param samples cosine and similarity of those pairs
 */
record Calibration(List<Sample> samples) {
    /** Sorts the samples. */
    Calibration {
        samples =
                samples.stream().sorted(Comparator.comparingDouble(Sample::at)).toList();
    }

    /** The lowest cosine of a similarity, between two samples; infinite when no sample reaches it. */
    double cosine(double similarity) {
        return Monotone.fit(samples).reaches(similarity);
    }

    /** The highest sampled cosine below a similarity; negative infinity when there is none. */
    double below(double similarity) {
        return samples.stream()
                .filter(sample -> sample.value() < similarity)
                .mapToDouble(Sample::at)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** The lowest sampled cosine at or above a similarity; infinite when there is none. */
    double above(double similarity) {
        return samples.stream()
                .filter(sample -> sample.value() >= similarity)
                .mapToDouble(Sample::at)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * How far the map is off where it was not looked at: every other sample is predicted from the rest.
     *
     * @return largest difference in points of similarity; NaN with fewer than two samples
     */
    double largestResidual() {
        if (samples.size() < 2) {
            return Double.NaN;
        }
        Monotone half = Monotone.fit(IntStream.range(0, samples.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(samples::get)
                .toList());
        return IntStream.range(0, samples.size())
                .filter(i -> i % 2 == 1)
                .mapToDouble(i -> Math.abs(
                        half.valueAt(samples.get(i).at()) - samples.get(i).value()))
                .max()
                .orElse(Double.NaN);
    }
}
