package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.DimensionMetadata;
import org.tensorflow.lite.schema.DimensionType;
import org.tensorflow.lite.schema.Int32Vector;
import org.tensorflow.lite.schema.SparseIndexVector;
import org.tensorflow.lite.schema.SparsityParameters;
import org.tensorflow.lite.schema.Uint16Vector;
import org.tensorflow.lite.schema.Uint8Vector;

/**
 * Expands tensors that are stored without their zeros.
 *
 * <p>Every dimension is either dense or compressed: of a compressed one, {@code segments[p]} to {@code segments[p + 1]}
 * bound the entries below position p of the dimension before, and {@code indices} holds the coordinate of each entry.
 */
final class SparseTensor {
    private static final int LARGEST = 1 << 28;

    private record Level(int dimension, int size, int[] segments, int[] indices) {
        boolean dense() {
            return segments.length == 0;
        }
    }

    private final List<Level> levels;
    private final int[] strides;
    private final byte[] stored;
    private final byte[] expanded;
    private final int width;

    private SparseTensor(List<Level> levels, int[] strides, byte[] stored, byte[] expanded, int width) {
        this.levels = levels;
        this.strides = strides;
        this.stored = stored;
        this.expanded = expanded;
        this.width = width;
    }

    /**
     * Expands a tensor.
     *
     * @param name name of the tensor, for messages
     * @param shape its shape
     * @param stored the values that are stored
     * @param width bytes per value
     * @param sparsity how they are stored
     * @return all values, row-major
     */
    static byte[] expand(String name, List<Integer> shape, byte[] stored, int width, SparsityParameters sparsity)
            throws ForgeException {
        int rank = shape.size();
        if (sparsity.blockMapLength() > 0
                || sparsity.dimMetadataLength() != rank
                || sparsity.traversalOrderLength() != rank) {
            throw new ForgeException("tensor '" + name + "' is stored in sparse blocks, which have no conversion");
        }
        int[] strides = new int[rank];
        int size = width;
        for (int axis = rank - 1; axis >= 0; axis--) {
            strides[axis] = size;
            size = Math.multiplyExact(size, shape.get(axis));
        }
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            levels.add(level(sparsity.traversalOrder(i), sparsity.dimMetadata(i)));
        }
        if (size > LARGEST) {
            throw new ForgeException("tensor '" + name + "' would take " + size + " bytes without its sparse form");
        }
        byte[] expanded = new byte[size];
        new SparseTensor(levels, strides, stored, expanded, width).fill(0, 0, 0);
        return expanded;
    }

    private void fill(int depth, int position, int offset) {
        if (depth == levels.size()) {
            System.arraycopy(stored, position * width, expanded, offset, width);
            return;
        }
        Level level = levels.get(depth);
        int stride = strides[level.dimension()];
        if (level.dense()) {
            for (int i = 0; i < level.size(); i++) {
                fill(depth + 1, position * level.size() + i, offset + i * stride);
            }
        } else {
            for (int entry = level.segments()[position]; entry < level.segments()[position + 1]; entry++) {
                fill(depth + 1, entry, offset + level.indices()[entry] * stride);
            }
        }
    }

    private static Level level(int dimension, DimensionMetadata metadata) throws ForgeException {
        if (metadata.format() == DimensionType.DENSE) {
            return new Level(dimension, metadata.denseSize(), new int[0], new int[0]);
        }
        Int32Vector ints = new Int32Vector();
        Uint16Vector shorts = new Uint16Vector();
        Uint8Vector bytes = new Uint8Vector();
        int[] segments = switch (metadata.arraySegmentsType()) {
            case SparseIndexVector.Int32Vector -> numbers((Int32Vector) metadata.arraySegments(ints));
            case SparseIndexVector.Uint16Vector -> numbers((Uint16Vector) metadata.arraySegments(shorts));
            case SparseIndexVector.Uint8Vector -> numbers((Uint8Vector) metadata.arraySegments(bytes));
            default -> throw new ForgeException("a sparse dimension has no segments");
        };
        int[] indices = switch (metadata.arrayIndicesType()) {
            case SparseIndexVector.Int32Vector -> numbers((Int32Vector) metadata.arrayIndices(ints));
            case SparseIndexVector.Uint16Vector -> numbers((Uint16Vector) metadata.arrayIndices(shorts));
            case SparseIndexVector.Uint8Vector -> numbers((Uint8Vector) metadata.arrayIndices(bytes));
            default -> throw new ForgeException("a sparse dimension has no indices");
        };
        return new Level(dimension, 0, segments, indices);
    }

    private static int[] numbers(Int32Vector vector) {
        return IntStream.range(0, TfliteGraph.count(vector, vector.valuesLength()))
                .map(vector::values)
                .toArray();
    }

    private static int[] numbers(Uint16Vector vector) {
        return IntStream.range(0, TfliteGraph.count(vector, vector.valuesLength()))
                .map(vector::values)
                .toArray();
    }

    private static int[] numbers(Uint8Vector vector) {
        return IntStream.range(0, TfliteGraph.count(vector, vector.valuesLength()))
                .map(vector::values)
                .toArray();
    }
}
