package org.lynceus.gallerybuilder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.client.work.Workers;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.people.KnownGender;
import org.lynceus.gallerybuilder.people.Person;

class PairSearchTest {
    private final Workers workers = new Workers(3, new PrintWriter(Writer.nullWriter()));

    @AfterEach
    void close() {
        workers.close();
    }

    /** Sizes around those of the blocks, and dimensions that are no multiple of four. */
    @ParameterizedTest
    @CsvSource({"1,5", "2,3", "128,8", "129,6", "300,7", "513,4"})
    void findsEveryPairOnce(int count, int dimension) throws Exception {
        List<float[]> vectors = vectors(count, dimension);
        List<List<Integer>> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (Vectors.cosine(vectors.get(i), vectors.get(j)) >= 0.7) {
                    expected.add(List.of(i, j));
                }
            }
        }
        List<List<Integer>> found = new ArrayList<>();

        new PairSearch(workers).search("comparing", vectors, 0.7, (first, second, cosine) -> {
            assertThat(cosine).isGreaterThanOrEqualTo((float) 0.7);
            found.add(List.of(first, second));
        });

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void tellsTheNearestOfTooManyLookAlikesAndHowManyThereAreBesides() throws Exception {
        List<Person> people = IntStream.range(0, 200)
                .mapToObj(i ->
                        new Person("p" + i, "P" + i, "P" + i, KnownGender.UNLISTED, List.of(), List.of(), List.of()))
                .toList();
        List<float[]> entries = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            double angle = i * 0.001;
            entries.add(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
        }

        List<Finding> findings = LookAlikes.find(people, entries, 0.5, new PairSearch(workers));

        assertThat(findings).hasSize(LookAlikes.MOST + 1);
        assertThat(findings.get(0).what()).contains("cosine 1.00");
        assertThat(findings.get(LookAlikes.MOST).what()).isEqualTo("9900 further pairs look alike");
    }

    private static List<float[]> vectors(int count, int dimension) {
        Random random = new Random(1);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[dimension];
            for (int d = 0; d < dimension; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            vectors.add(Vectors.mean(List.of(vector), new double[] {1}));
        }
        return vectors;
    }
}
