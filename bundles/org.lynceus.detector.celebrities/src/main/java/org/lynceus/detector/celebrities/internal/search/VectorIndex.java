package org.lynceus.detector.celebrities.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One vector per person, searched exhaustively. Immutable and thread-safe.
 *
 * <p>Vectors lie in blocks of {@value #BLOCK} people, each block number by number: all first numbers, all second numbers
 * and so on. The products of a face with a block are then sums over runs of {@value #BLOCK} floats, which the compiler
 * turns into vector instructions, and a block stays in the processor's cache while all faces pass over it.
 */
public final class VectorIndex {
    /** People of a block. */
    static final int BLOCK = 64;

    /** Numbers of a vector that are added in one pass over the sums of a block. */
    private static final int STRIDE = 4;

    private final int people;
    private final int dimension;
    private final float[] blocks;

    private VectorIndex(int people, int dimension, float[] blocks) {
        this.people = people;
        this.dimension = dimension;
        this.blocks = blocks;
    }

    /**
     * Memory that an index takes.
     *
     * @param people how many, at least 0
     * @param dimension length of a vector, at least 1
     * @return bytes
     */
    public static long bytes(long people, long dimension) {
        return (people + BLOCK - 1) / BLOCK * BLOCK * dimension * Float.BYTES;
    }

    /** Takes vectors up, one by one. Not thread-safe. */
    public static final class Builder {
        private final int people;
        private final int dimension;
        private final float[] blocks;

        /**
         * Makes room.
         *
         * @param people how many
         * @param dimension length of a vector
         * @throws IllegalArgumentException when that is more than an array can hold
         */
        public Builder(int people, int dimension) {
            long floats = bytes(people, dimension) / Float.BYTES;
            if (floats > Integer.MAX_VALUE - Long.BYTES) {
                throw new IllegalArgumentException(people + " vectors of " + dimension + " numbers are too many");
            }
            this.people = people;
            this.dimension = dimension;
            this.blocks = new float[(int) floats];
        }

        /**
         * Sets the vector of a person.
         *
         * @param person from 0
         * @param vector of Euclidean length 1
         */
        public void put(int person, float[] vector) {
            int offset = person / BLOCK * BLOCK * dimension + person % BLOCK;
            for (int d = 0; d < dimension; d++) {
                blocks[offset + d * BLOCK] = vector[d];
            }
        }

        /** The index; nothing may be put any more. */
        public VectorIndex build() {
            return new VectorIndex(people, dimension, blocks);
        }
    }

    /** How many people there are. */
    public int people() {
        return people;
    }

    /** Length of a vector. */
    public int dimension() {
        return dimension;
    }

    /** A copy of the vector of a person. */
    public float[] vector(int person) {
        float[] vector = new float[dimension];
        int offset = person / BLOCK * BLOCK * dimension + person % BLOCK;
        for (int d = 0; d < dimension; d++) {
            vector[d] = blocks[offset + d * BLOCK];
        }
        return vector;
    }

    /**
     * Finds the nearest people of faces.
     *
     * @param faces vectors of Euclidean length 1 and {@link #dimension()} numbers
     * @param count how many people are wanted for each face
     * @return for each face at most so many people, nearest first; of two at one distance the one that was put first
     */
    public List<List<Neighbour>> search(List<float[]> faces, int count) {
        List<Nearest> nearest = new ArrayList<>();
        faces.forEach(face -> nearest.add(new Nearest(count)));
        float[] products = new float[BLOCK];
        for (int first = 0; first < people; first += BLOCK) {
            int size = Math.min(BLOCK, people - first);
            for (int face = 0; face < nearest.size(); face++) {
                multiply(faces.get(face), first * dimension, products);
                nearest.get(face).offer(first, products, size);
            }
        }
        return nearest.stream().map(Nearest::neighbours).toList();
    }

    /** Products of a face with all people of a block. */
    private void multiply(float[] face, int block, float[] products) {
        Arrays.fill(products, 0);
        int d = 0;
        for (; d + STRIDE <= dimension; d += STRIDE) {
            add(face, d, block + d * BLOCK, products);
        }
        for (; d < dimension; d++) {
            int offset = block + d * BLOCK;
            float number = face[d];
            for (int j = 0; j < BLOCK; j++) {
                products[j] += number * blocks[offset + j];
            }
        }
    }

    private void add(float[] face, int d, int offset, float[] products) {
        float a = face[d];
        float b = face[d + 1];
        float c = face[d + 2];
        float e = face[d + 3];
        float[] numbers = blocks;
        for (int j = 0; j < BLOCK; j++) {
            products[j] += a * numbers[offset + j]
                    + b * numbers[offset + BLOCK + j]
                    + c * numbers[offset + 2 * BLOCK + j]
                    + e * numbers[offset + 3 * BLOCK + j];
        }
    }
}
