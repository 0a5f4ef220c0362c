package org.lynceus.detector.faces.internal.attributes.net;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.ModelInfo;

/**
 * The numbers of a face that heads tell attributes from, in blocks, one after another.
 *
 * @param blocks in order
 */
record FeatureRow(List<Block> blocks) {
    private static final String FEATURES = "features";

    /** A kind of features. */
    enum Block {
        /** The 1,024 pooled features of the age and gender model. */
        POOLED(AgeGenderNet.POOLED),

        /** The 3,072 means over six bands of its map, see {@link MapBands#means}. */
        BANDS(MapBands.LENGTH);

        private final int length;

        Block(int length) {
            this.length = length;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    FeatureRow {
        blocks = List.copyOf(blocks);
    }

    /**
     * The row that a model's property {@code features} names, such as {@code pooled,bands}.
     *
     * @throws IllegalArgumentException when it names a block that there is not
     */
    static FeatureRow of(ModelInfo heads) {
        String names = heads.property(FEATURES).orElse("" + Block.POOLED);
        return new FeatureRow(Arrays.stream(names.split(",", -1))
                .map(name -> block(name.trim()))
                .toList());
    }

    /** How many numbers. */
    int length() {
        return blocks.stream().mapToInt(block -> block.length).sum();
    }

    /**
     * The row of a face.
     *
     * @throws VisionException when the model does not give what it is made of
     */
    float[] fill(AgeGender face) throws VisionException {
        FloatBuffer row = FloatBuffer.allocate(length());
        for (Block block : blocks) {
            row.put(block == Block.POOLED ? face.pooled() : bands(face));
        }
        return row.array();
    }

    @Override
    public String toString() {
        return length() + " features (" + blocks.stream().map(Block::toString).collect(Collectors.joining(", ")) + ")";
    }

    private static float[] bands(AgeGender face) throws VisionException {
        if (face.bands().length == 0) {
            throw new VisionException(
                    VisionException.Reason.INTERNAL, "The age and gender model gives no map for attribute heads.");
        }
        return face.bands();
    }

    private static Block block(String name) {
        return Arrays.stream(Block.values())
                .filter(block -> block.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        FEATURES + " names " + name + ", not any of " + Arrays.toString(Block.values())));
    }
}
