package org.lynceus.packer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.source.NpyReader;
import org.lynceus.packer.source.UserFile;

/** Vectors that a text tower made of labels, as a bundle holds them: 32-bit floats, little-endian, of length 1. */
final class LabelVectors {
    /** Their file in a bundle. */
    static final String FILE = "label-vectors.f32";

    private LabelVectors() {}

    /**
     * Reads the user's file.
     *
     * @param file saved by NumPy
     * @param labels how many there must be
     * @param dimension numbers of a vector of the graph
     * @throws ForgeException when it is no such file, or a vector is zero or not finite
     */
    static byte[] read(Path file, int labels, int dimension) throws ForgeException {
        NpyReader.Matrix matrix = NpyReader.matrix(file.toString(), UserFile.bytes(file));
        if (matrix.rows() != labels) {
            throw new ForgeException(
                    file + " has " + matrix.rows() + " vectors, but the labels have " + labels + " lines");
        }
        if (matrix.columns() != dimension) {
            throw new ForgeException(file + " has vectors of " + matrix.columns() + " numbers, but the graph gives "
                    + dimension + ": do both come from the same model?");
        }
        ByteBuffer bytes = ByteBuffer.allocate(labels * dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < labels; row++) {
            double squares = 0;
            for (int i = 0; i < dimension; i++) {
                squares += Math.pow(matrix.values()[row * dimension + i], 2);
            }
            if (!(squares > 0) || Double.isInfinite(squares)) {
                throw new ForgeException(file + ": the vector of line " + (row + 1) + " is zero or not finite");
            }
            for (int i = 0; i < dimension; i++) {
                bytes.putFloat((float) (matrix.values()[row * dimension + i] / Math.sqrt(squares)));
            }
        }
        return bytes.array();
    }
}
