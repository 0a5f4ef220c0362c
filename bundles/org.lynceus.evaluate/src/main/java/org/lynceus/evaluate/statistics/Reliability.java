package org.lynceus.evaluate.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often answers are right for how sure they are: answers in bins of ten points of confidence. A calibrated server is
 * right in 75 of 100 answers that say 75.
 */
public final class Reliability {
    /** Fewer answers than that say little about a bin. */
    public static final int ENOUGH = 30;

    private static final int WIDTH = 10;
    private static final int TOP = 100;

    private final List<Bin> bins;

    private Reliability(List<Bin> bins) {
        this.bins = List.copyOf(bins);
    }

    /**
     * An answer.
     *
     * @param confidence 0–100
     * @param right whether it is the truth
     */
    public record Answer(double confidence, boolean right) {}

    /**
     * A bin of confidence.
     *
     * @param from lowest confidence, inclusive
     * @param to highest confidence, exclusive unless it is 100
     * @param count number of answers, at least 1
     * @param confidence mean, 0–100
     * @param accuracy share of right answers, 0–100
     */
    public record Bin(int from, int to, int count, double confidence, double accuracy) {
        /** Accuracy above confidence; negative where the answers are too sure. */
        public double gap() {
            return accuracy - confidence;
        }
    }

    /** Sorts answers into bins. */
    public static Reliability of(List<Answer> answers) {
        List<Bin> bins = new ArrayList<>();
        for (int from = 0; from < TOP; from += WIDTH) {
            int to = from + WIDTH;
            int low = from;
            List<Answer> inside =
                    answers.stream().filter(answer -> bin(answer) == low).toList();
            if (!inside.isEmpty()) {
                double confidence = inside.stream()
                        .mapToDouble(Answer::confidence)
                        .average()
                        .getAsDouble();
                double right = inside.stream().filter(Answer::right).count();
                bins.add(new Bin(from, to, inside.size(), confidence, TOP * right / inside.size()));
            }
        }
        return new Reliability(bins);
    }

    private static int bin(Answer answer) {
        int from = (int) (answer.confidence() / WIDTH) * WIDTH;
        return Math.max(0, Math.min(TOP - WIDTH, from));
    }

    /** The bins that hold answers, in order of confidence. */
    public List<Bin> bins() {
        return bins;
    }

    /** The largest gap, without sign, among bins of at least {@link #ENOUGH} answers; empty when there is none. */
    public OptionalDouble largestGap() {
        return bins.stream()
                .filter(bin -> bin.count() >= ENOUGH)
                .mapToDouble(bin -> Math.abs(bin.gap()))
                .max();
    }

    /** Mean of all gaps without sign, weighted by their bins' answers (expected calibration error), 0–100. */
    public double meanGap() {
        double weighted = bins.stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.gap()))
                .sum();
        return weighted / bins.stream().mapToInt(Bin::count).sum();
    }
}
