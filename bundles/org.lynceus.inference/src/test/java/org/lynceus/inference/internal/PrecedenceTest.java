package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
    private final List<Precedence.Place> served = new ArrayList<>();

    @Test
    void theLaterOneTakesOver() {
        assertThat(add(1, 10, "a", "1.0", 0)).isZero();
        assertThat(add(2, 20, "b", "1.0", 0)).isGreaterThan(rank(1));
        assertThat(add(3, 30, "a", "1.0", 0)).isGreaterThan(rank(2));
    }

    @Test
    void anOlderVersionOfTheSameModelStaysBehind() {
        add(1, 10, "a", "1.10", 0);
        assertThat(add(2, 20, "a", "1.9", 0)).isLessThan(rank(1));
        assertThat(add(3, 30, "a", "1.11", 0)).isGreaterThan(rank(1));
    }

    @Test
    void theDeclaredRankingComesFirst() {
        add(1, 10, "a", "1.0", 5);
        assertThat(add(2, 20, "b", "2.0", 0)).isLessThan(rank(1));
        assertThat(add(3, 30, "c", "1.0", 2)).isBetween(rank(2) + 1, rank(1) - 1);
    }

    @Test
    void theOrderOfStartsDoesNotMatter() {
        add(2, 20, "b", "1.0", 0);
        assertThat(add(1, 10, "a", "1.0", 0)).isLessThan(rank(2));
        assertThat(add(3, 15, "c", "1.0", 0)).isBetween(rank(1) + 1, rank(2) - 1);
    }

    @Test
    void anUpdateInPlaceOutranksItsPredecessor() {
        add(1, 10, "a", "2.0", 0);
        add(2, 5, "b", "1.0", 0);
        int before = rank(1);
        Precedence.Place downgraded = place(1, 30, "a", "1.0", 0, 0);
        assertThat(Precedence.ranking(downgraded.source(), downgraded.spec(), served))
                .isGreaterThan(before);
    }

    @Test
    void sharesThePlaceAboveWhenThereIsNoGap() {
        served.add(place(1, 10, "a", "1.0", 0, 7));
        served.add(place(2, 30, "b", "1.0", 0, 8));
        assertThat(add(3, 20, "c", "1.0", 0)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"1.9,1.10,-1", "1.0,1.0,0", "1.0,1,1", "2024.2,2024.10,-1", "1.0-a,1.0-b,-1", "'',1,-1"})
    void ordersVersions(String one, String other, int sign) {
        assertThat(Integer.signum(new VersionOrder().compare(one, other))).isEqualTo(sign);
        assertThat(Integer.signum(new VersionOrder().compare(other, one))).isEqualTo(-sign);
    }

    private int add(long bundle, long modified, String id, String version, int declared) {
        Precedence.Place asked = place(bundle, modified, id, version, declared, 0);
        int ranking = Precedence.ranking(asked.source(), asked.spec(), served);
        served.add(place(bundle, modified, id, version, declared, ranking));
        return ranking;
    }

    private int rank(long bundle) {
        return served.stream()
                .filter(place -> place.source().bundle() == bundle)
                .findFirst()
                .orElseThrow()
                .ranking();
    }

    private static Precedence.Place place(
            long bundle, long modified, String id, String version, int declared, int ranking) {
        ModelSpec spec = ModelSpec.parse(
                Map.ofEntries(
                        Map.entry("id", id),
                        Map.entry("version", version),
                        Map.entry("role", "test"),
                        Map.entry("ranking", Integer.toString(declared)),
                        Map.entry("graphs", "g"),
                        Map.entry("graph.g.file", "g.onnx"),
                        Map.entry("graph.g.sha256", "00"),
                        Map.entry("graph.g.shape", "1,3,2,2"),
                        Map.entry("graph.g.layout", "NCHW"),
                        Map.entry("graph.g.color", "RGB"),
                        Map.entry("graph.g.mean", "0"),
                        Map.entry("graph.g.scale", "1")),
                List.of());
        ModelEntries none = new TestModel(id, version, 1);
        return new Precedence.Place(new Source(bundle, id, modified, none), spec, ranking);
    }
}
