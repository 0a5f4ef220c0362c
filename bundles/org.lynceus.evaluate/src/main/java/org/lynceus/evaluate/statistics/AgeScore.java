package org.lynceus.evaluate.statistics;

import java.util.List;

/**
 * How well ages are judged.
 *
 * @param count number of guesses
 * @param meanError mean distance of the middle of the range from the truth, in years
 * @param bias mean of the middle less the truth, in years; above 0: judged too old
 * @param inside share of guesses whose range holds the truth, 0–1
 * @param meanWidth mean of high less low, in years
 */
public record AgeScore(int count, double meanError, double bias, double inside, double meanWidth) {
    /**
     * A guess.
     *
     * @param truth years
     * @param low years
     * @param high years
     */
    public record Guess(double truth, int low, int high) {
        private double error() {
            return (low + high) / 2.0 - truth;
        }

        /** Within the whole years from low to high: a range up to 30 holds 30.9. */
        private boolean holds() {
            return truth >= low && truth < high + 1;
        }
    }

    /** Averages guesses; all numbers but the count are NaN without any. */
    public static AgeScore of(List<Guess> guesses) {
        double count = guesses.size();
        double errors = 0;
        double bias = 0;
        double widths = 0;
        int inside = 0;
        for (Guess guess : guesses) {
            errors += Math.abs(guess.error());
            bias += guess.error();
            widths += guess.high() - guess.low();
            inside += guess.holds() ? 1 : 0;
        }
        return new AgeScore(guesses.size(), errors / count, bias / count, inside / count, widths / count);
    }
}
