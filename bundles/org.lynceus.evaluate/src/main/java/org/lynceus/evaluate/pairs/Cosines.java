package org.lynceus.evaluate.pairs;

import java.util.Arrays;

/** A growing list of numbers. */
final class Cosines {
    private double[] numbers = new double[1024];
    private int count;

    /** Adds a number. */
    void add(double number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    /** A copy of the numbers. */
    double[] toArray() {
        return Arrays.copyOf(numbers, count);
    }
}
