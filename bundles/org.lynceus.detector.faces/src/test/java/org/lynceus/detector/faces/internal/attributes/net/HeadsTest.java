package org.lynceus.detector.faces.internal.attributes.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.ModelInfo;

class HeadsTest {
    private static final List<String> LABELS = List.of("beard", "face-occluded");
    private static final AgeGender SAMPLE = new AgeGender(30, 0.5, new float[1024], new float[3072]);

    @Test
    void eachLabelGetsItsColumnWithinZeroAndOne() throws VisionException {
        try (Heads heads = new Heads(new FakeHeads(LABELS, 0.25f, 1.5f), features("3.0.4"), SAMPLE)) {
            assertThat(heads.labels()).containsExactlyInAnyOrder(HeadLabel.BEARD, HeadLabel.FACE_OCCLUDED);
            assertThat(heads.judge(List.of(SAMPLE, SAMPLE)))
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one)
                            .containsExactly(entry(HeadLabel.BEARD, 0.25), entry(HeadLabel.FACE_OCCLUDED, 1.0)));
        }
    }

    @Test
    void trainedOnAnotherModelTheyAreRefused() {
        assertRefused(
                new FakeHeads(LABELS, 0, 0).with("features.version", "2"),
                SAMPLE,
                "it was trained on what faceres 2 gives, and installed is faceres 3.0.4");
    }

    @Test
    void rowsOfAnotherLengthAreRefused() {
        assertRefused(
                new FakeHeads(LABELS, 0, 0).length(1000),
                SAMPLE,
                "its graph judge takes [-1, 1, 1, 1000], not [-1, 1, 1, 4096], rows of 4096 features (pooled, bands)");
    }

    @Test
    void blocksThatThereAreNotAreRefused() {
        assertRefused(
                new FakeHeads(LABELS, 0, 0).with("features", "pooled,wishes"),
                SAMPLE,
                "features names wishes, not any of [pooled, bands]");
    }

    @Test
    void unknownAndRepeatedLabelsAreRefused() {
        assertRefused(new FakeHeads(List.of("beard", "wig"), 0, 0), SAMPLE, "its label wig is unknown or there twice");
        assertRefused(
                new FakeHeads(List.of("beard", "beard"), 0, 0), SAMPLE, "its label beard is unknown or there twice");
        assertRefused(new FakeHeads(List.of()), SAMPLE, "it has no labels");
    }

    @Test
    void anAnswerOfAnotherLengthIsRefusedAndLeftNotOpen() {
        FakeHeads three = new FakeHeads(LABELS, 0, 0, 0);

        assertRefused(three, SAMPLE, "its graph judge gives 3 numbers for a face, not one for each of its 2 labels");
        assertThat(three.closed).isTrue();
    }

    @Test
    void withoutAMapBandsAreRefusedAndPooledFeaturesServe() throws VisionException {
        AgeGender pooledOnly = new AgeGender(30, 0.5, new float[1024], new float[0]);

        assertRefused(
                new FakeHeads(LABELS, 0, 0),
                pooledOnly,
                "its graph judge does not run: The age and gender model gives no map for attribute heads.");
        try (Heads heads = new Heads(
                new FakeHeads(LABELS, 0.5f, 0.5f).with("features", "pooled").length(1024),
                features("3.0.4"),
                pooledOnly)) {
            assertThat(heads.judge(List.of(pooledOnly))).hasSize(1);
        }
    }

    @Test
    void aRowIsThePooledFeaturesAndTheMeansOfSixBands() throws VisionException {
        float[] pooled = new float[1024];
        pooled[1023] = 7;
        float[] map = new float[14 * 14 * 512];
        // Channel 5 of the cells of band 1, rows 4 and 5, columns 4 to 9, and of a cell beside it.
        for (int row = 4; row <= 5; row++) {
            for (int column = 4; column <= 9; column++) {
                map[(row * 14 + column) * 512 + 5] = column;
            }
        }
        map[(4 * 14 + 10) * 512 + 5] = 1000;
        ModelInfo info = new FakeHeads(LABELS).info();

        float[] row = FeatureRow.of(info).fill(new AgeGender(30, 0.5, pooled, MapBands.means(map)));

        assertThat(row).hasSize(4096);
        assertThat(row[1023]).isEqualTo(7);
        assertThat(row[1024 + 512 + 5]).isEqualTo(6.5f);
        row[1023] = 0;
        row[1024 + 512 + 5] = 0;
        assertThat(Arrays.equals(row, new float[4096])).isTrue();
    }

    private static void assertRefused(FakeHeads heads, AgeGender sample, String why) {
        assertThatThrownBy(() -> new Heads(heads, features("3.0.4"), sample))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    private static ModelInfo features(String version) {
        ModelInfo other = new FakeHeads(LABELS).info();
        return new ModelInfo("faceres", version, "face-age-gender", other.graphs(), List.of(), other.properties());
    }
}
