package org.lynceus.evaluate.statistics;

import java.util.List;
import java.util.stream.IntStream;

/** Which classes are taken for which. */
public final class Confusion {
    private final List<String> classes;
    private final int[][] counts;

    /**
     * Creates an empty one.
     *
     * @param classes names, in the order wanted
     */
    public Confusion(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.counts = new int[classes.size()][classes.size()];
    }

    /**
     * Counts an answer.
     *
     * @param truth one of the classes
     * @param reported one of the classes
     */
    public void add(String truth, String reported) {
        counts[classes.indexOf(truth)][classes.indexOf(reported)]++;
    }

    /** The names. */
    public List<String> classes() {
        return classes;
    }

    /** How often a class was taken for another. */
    public int count(String truth, String reported) {
        return counts[classes.indexOf(truth)][classes.indexOf(reported)];
    }

    /** Number of answers. */
    public int total() {
        return IntStream.range(0, counts.length).map(this::total).sum();
    }

    /** Share of right answers, 0–1; NaN without answers. */
    public double accuracy() {
        return (double) IntStream.range(0, counts.length).map(i -> counts[i][i]).sum() / total();
    }

    /** Mean over the classes that occur of their shares of right answers, 0–1; NaN without answers. */
    public double meanRecall() {
        return IntStream.range(0, counts.length)
                .filter(i -> total(i) > 0)
                .mapToDouble(i -> (double) counts[i][i] / total(i))
                .average()
                .orElse(Double.NaN);
    }

    private int total(int truth) {
        return IntStream.of(counts[truth]).sum();
    }
}
