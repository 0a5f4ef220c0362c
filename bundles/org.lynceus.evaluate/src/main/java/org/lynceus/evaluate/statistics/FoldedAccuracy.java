package org.lynceus.evaluate.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Accuracy as the protocol of LFW's View 2 takes it: each fold is judged at the threshold that was best on the others.
 *
 * @param folds number of folds
 * @param mean of the folds' accuracies, 0–1
 * @param standardError of the mean: standard deviation over the square root of the number of folds
 */
public record FoldedAccuracy(int folds, double mean, double standardError) {
    /**
     * Scores of one fold.
     *
     * @param same of pairs of the same person
     * @param different of pairs of different people
     */
    public record Fold(List<Double> same, List<Double> different) {
        /** Copies the lists. */
        public Fold {
            same = List.copyOf(same);
            different = List.copyOf(different);
        }
    }

    /**
     * Judges every fold.
     *
     * @param folds at least two
     */
    public static FoldedAccuracy of(List<Fold> folds) {
        double[] accuracies = new double[folds.size()];
        for (int i = 0; i < accuracies.length; i++) {
            List<Fold> others = new ArrayList<>(folds);
            Fold judged = others.remove(i);
            accuracies[i] =
                    verification(List.of(judged)).accuracy(verification(others).bestThreshold());
        }
        double mean = mean(accuracies);
        double squares = 0;
        for (double accuracy : accuracies) {
            squares += (accuracy - mean) * (accuracy - mean);
        }
        return new FoldedAccuracy(
                accuracies.length, mean, Math.sqrt(squares / (accuracies.length - 1)) / Math.sqrt(accuracies.length));
    }

    private static Verification verification(Collection<Fold> folds) {
        return new Verification(
                folds.stream()
                        .flatMap(fold -> fold.same().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                folds.stream()
                        .flatMap(fold -> fold.different().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
