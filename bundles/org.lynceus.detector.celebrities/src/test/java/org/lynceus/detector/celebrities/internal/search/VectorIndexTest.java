package org.lynceus.detector.celebrities.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorIndexTest {
    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"1,1,1", "63,5,2", "64,4,3", "65,7,2", "200,33,5", "3,16,0"})
    void findsWhatANaiveScanFinds(int people, int dimension, int count) {
        List<float[]> vectors = vectors(people, dimension);
        List<float[]> faces = vectors(count, dimension);
        VectorIndex index = index(vectors, dimension);

        List<List<Neighbour>> found = index.search(faces, 4);

        assertThat(found).hasSize(count);
        for (int face = 0; face < count; face++) {
            List<Neighbour> naive = naive(vectors, faces.get(face));
            assertThat(found.get(face))
                    .hasSize(Math.min(4, people))
                    .extracting(Neighbour::person)
                    .isEqualTo(naive.stream().limit(4).map(Neighbour::person).toList());
            assertThat(found.get(face).get(0).distance()).isCloseTo(naive.get(0).distance(), within(1e-3));
        }
    }

    @Test
    void ofEqualPeopleTheFirstComesFirst() {
        float[] vector = {0.6f, 0.8f};

        List<Neighbour> found = index(List.of(new float[] {1, 0}, vector, vector), 2)
                .search(List.of(vector), 2)
                .get(0);

        assertThat(found).extracting(Neighbour::person).containsExactly(1, 2);
        assertThat(found.get(0).distance()).isCloseTo(0, within(1e-3));
    }

    @Test
    void oppositeVectorsAreTwoApart() {
        assertThat(index(List.of(new float[] {-1, 0}), 2).search(List.of(new float[] {1, 0}), 1))
                .containsExactly(List.of(new Neighbour(0, 2)));
    }

    @Test
    void givesBackVectors() {
        List<float[]> vectors = vectors(70, 9);
        VectorIndex index = index(vectors, 9);

        assertThat(index.people()).isEqualTo(70);
        assertThat(index.dimension()).isEqualTo(9);
        assertThat(index.vector(69)).containsExactly(vectors.get(69));
        assertThat(index.vector(3)).containsExactly(vectors.get(3));
    }

    @Test
    void tellsItsSize() {
        assertThat(VectorIndex.bytes(1, 10)).isEqualTo(64 * 10 * 4);
        assertThat(VectorIndex.bytes(64, 10)).isEqualTo(64 * 10 * 4);
        assertThat(VectorIndex.bytes(65, 10)).isEqualTo(128 * 10 * 4);
        assertThat(VectorIndex.bytes(1_000_000, 8192)).isEqualTo(1_000_000L * 8192 * 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VectorIndex.Builder(1_000_000, 8192))
                .withMessage("1000000 vectors of 8192 numbers are too many");
    }

    private List<float[]> vectors(int count, int dimension) {
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[dimension];
            double squares = 0;
            for (int d = 0; d < dimension; d++) {
                vector[d] = (float) random.nextGaussian();
                squares += vector[d] * vector[d];
            }
            for (int d = 0; d < dimension; d++) {
                vector[d] /= (float) Math.sqrt(squares);
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private static VectorIndex index(List<float[]> vectors, int dimension) {
        VectorIndex.Builder index = new VectorIndex.Builder(vectors.size(), dimension);
        for (int i = 0; i < vectors.size(); i++) {
            index.put(i, vectors.get(i));
        }
        return index.build();
    }

    private static List<Neighbour> naive(List<float[]> vectors, float[] face) {
        return IntStream.range(0, vectors.size())
                .mapToObj(person -> new Neighbour(person, Neighbour.distance(vectors.get(person), face)))
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .toList();
    }
}
