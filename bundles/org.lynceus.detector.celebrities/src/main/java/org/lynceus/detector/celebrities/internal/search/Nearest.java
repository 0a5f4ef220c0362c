package org.lynceus.detector.celebrities.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The few largest of many products, in order. Not thread-safe. */
final class Nearest {
    private final float[] best;
    private final int[] people;
    private int found;

    /**
     * Starts without any.
     *
     * @param count how many are kept, at least 1
     */
    Nearest(int count) {
        this.best = new float[count];
        this.people = new int[count];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
    }

    /**
     * Takes in products.
     *
     * @param first person of the first product
     * @param products of consecutive people
     * @param size how many of the products count
     */
    void offer(int first, float[] products, int size) {
        float bar = best[best.length - 1];
        for (int j = 0; j < size; j++) {
            if (products[j] > bar) {
                insert(first + j, products[j]);
                bar = best[best.length - 1];
            }
        }
    }

    private void insert(int person, float product) {
        int place = Math.min(found, best.length - 1);
        while (place > 0 && best[place - 1] < product) {
            best[place] = best[place - 1];
            people[place] = people[place - 1];
            place--;
        }
        best[place] = product;
        people[place] = person;
        found = Math.min(found + 1, best.length);
    }

    /** The people of the largest products, largest first. */
    List<Neighbour> neighbours() {
        List<Neighbour> neighbours = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            neighbours.add(Neighbour.of(people[i], best[i]));
        }
        return neighbours;
    }
}
