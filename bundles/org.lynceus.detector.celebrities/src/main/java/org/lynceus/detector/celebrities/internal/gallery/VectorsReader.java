package org.lynceus.detector.celebrities.internal.gallery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lynceus.detector.celebrities.internal.gallery.GalleryHeader.Vectors;
import org.lynceus.detector.celebrities.internal.search.VectorIndex;

/** Reads {@code gallery/vectors/<encoder version>.f32}. */
final class VectorsReader {
    /** How far a vector's length may be from 1. */
    static final double TOLERANCE = 1e-3;

    private VectorsReader() {}

    /** The file of an encoder's vectors. */
    static String file(String encoder) {
        return "gallery/vectors/" + encoder + ".f32";
    }

    /**
     * Reads the vectors of one encoder. Takes {@link VectorIndex#bytes} of memory.
     *
     * @param header how many vectors there are, their dimension and the file's checksum
     * @param encoder version, one that the header names
     * @return in the order of the people, scaled to length 1
     * @throws GalleryException when the file is missing or is not as the header says
     * @throws IOException when it cannot be read
     */
    static VectorIndex read(GalleryEntries entries, GalleryHeader header, String encoder)
            throws GalleryException, IOException {
        Vectors vectors = header.vectors().get(encoder);
        try (CheckedEntry entry = CheckedEntry.open(entries, file(encoder))) {
            VectorIndex.Builder index = new VectorIndex.Builder(header.people(), vectors.dimension());
            byte[] row = new byte[vectors.dimension() * Float.BYTES];
            float[] vector = new float[vectors.dimension()];
            for (int person = 0; person < header.people(); person++) {
                if (entry.stream().readNBytes(row, 0, row.length) < row.length) {
                    throw new GalleryException(entry.file(), "is shorter than the gallery says");
                }
                ByteBuffer.wrap(row)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(vector);
                if (!scale(vector)) {
                    throw new GalleryException(entry.file(), "vector " + (person + 1) + " does not have length 1");
                }
                index.put(person, vector);
            }
            entry.finish(vectors.sha256());
            return index.build();
        } catch (IllegalArgumentException e) {
            throw new GalleryException(file(encoder), e.getMessage(), e);
        }
    }

    /** Gives a vector exactly the length 1, unless it is too far from it or not of numbers. */
    private static boolean scale(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        double length = Math.sqrt(squares);
        if (!(Math.abs(length - 1) <= TOLERANCE)) {
            return false;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (vector[d] / length);
        }
        return true;
    }
}
