package org.lynceus.gallerybuilder.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.client.ToolException;
import org.lynceus.client.work.Workers;

/**
 * Finds all pairs of vectors that are near each other: every pair is computed, block by block, so that the memory needed
 * grows with the number of vectors only. Thread-safe.
 */
final class PairSearch {
    /** Vectors of a block; the columns of one fit a processor's second cache. */
    private static final int BLOCK = 128;

    private final Workers workers;

    /**
     * Creates it.
     *
     * @param workers do the blocks
     */
    PairSearch(Workers workers) {
        this.workers = workers;
    }

    /** Takes a pair; called by one thread at a time, in no order. */
    @FunctionalInterface
    interface Pair {
        /**
         * Takes it.
         *
         * @param first index
         * @param second larger index
         * @param cosine of the two
         */
        void take(int first, int second, double cosine);
    }

    /**
     * Searches.
     *
     * @param what is done, for the user
     * @param vectors of length 1, of one dimension
     * @param least cosine of a pair
     * @throws ToolException when it is interrupted
     */
    void search(String what, List<float[]> vectors, double least, Pair pair) throws ToolException {
        int blocks = (vectors.size() + BLOCK - 1) / BLOCK;
        List<Integer> each = IntStream.range(0, blocks).boxed().toList();
        workers.all(what, each, block -> {
            for (int other = block; other < blocks; other++) {
                compare(vectors, block * BLOCK, other * BLOCK, (float) least, pair);
            }
            return block;
        });
    }

    private static void compare(List<float[]> vectors, int rows, int columns, float least, Pair pair) {
        int width = Math.min(BLOCK, vectors.size() - columns);
        List<float[]> turned = turned(vectors, columns, width);
        float[] cosines = new float[width];
        for (int row = rows; row < Math.min(rows + BLOCK, vectors.size()); row++) {
            products(vectors.get(row), turned, cosines);
            for (int column = Math.max(0, row + 1 - columns); column < width; column++) {
                if (cosines[column] >= least) {
                    synchronized (pair) {
                        pair.take(row, columns + column, cosines[column]);
                    }
                }
            }
        }
    }

    /** For each dimension the values of all vectors of a block. */
    private static List<float[]> turned(List<float[]> vectors, int first, int width) {
        int dimension = vectors.get(first).length;
        List<float[]> turned = new ArrayList<>(dimension);
        for (int i = 0; i < dimension; i++) {
            float[] values = new float[width];
            for (int v = 0; v < width; v++) {
                values[v] = vectors.get(first + v)[i];
            }
            turned.add(values);
        }
        return turned;
    }

    /** Sums over dimensions for all columns at once: this order of loops becomes vector instructions. */
    private static void products(float[] row, List<float[]> turned, float[] sums) {
        Arrays.fill(sums, 0);
        int i = 0;
        for (; i + 3 < row.length; i += 4) {
            add(
                    sums,
                    row[i],
                    turned.get(i),
                    row[i + 1],
                    turned.get(i + 1),
                    row[i + 2],
                    turned.get(i + 2),
                    row[i + 3],
                    turned.get(i + 3));
        }
        for (; i < row.length; i++) {
            float value = row[i];
            float[] values = turned.get(i);
            for (int c = 0; c < sums.length; c++) {
                sums[c] += value * values[c];
            }
        }
    }

    private static void add(
            float[] sums, float a, float[] as, float b, float[] bs, float c, float[] cs, float d, float[] ds) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a * as[i] + b * bs[i] + c * cs[i] + d * ds[i];
        }
    }
}
