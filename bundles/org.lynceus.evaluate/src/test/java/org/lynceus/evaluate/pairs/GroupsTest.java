package org.lynceus.evaluate.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lynceus.evaluate.dataset.LabelledPair;

class GroupsTest {
    @Test
    void fewValuesAreGroupsOfTheirOwn() {
        assertThat(Groups.of("pose", List.of(pair("side"), pair("front"), pair("side"))))
                .hasEntrySatisfying("side", pairs -> assertThat(pairs).hasSize(2))
                .hasEntrySatisfying("front", pairs -> assertThat(pairs).hasSize(1))
                .hasSize(2);
    }

    @Test
    void manyNumbersAreFourGroups() {
        List<ScoredPair> pairs = IntStream.range(0, 20)
                .mapToObj(i -> pair(Integer.toString(19 - i)))
                .toList();

        assertThat(Groups.of("pose", pairs)).containsOnlyKeys("0 to 4", "5 to 9", "10 to 14", "15 to 19");
    }

    @Test
    void equalNumbersStayTogether() {
        List<ScoredPair> pairs = IntStream.range(0, 24)
                .mapToObj(i -> pair(Integer.toString(i < 11 ? i : 11)))
                .toList();

        Map<String, List<ScoredPair>> groups = Groups.of("pose", pairs);

        assertThat(groups).containsOnlyKeys("0 to 5", "6 to 11");
        assertThat(groups.get("6 to 11")).hasSize(18);
    }

    private static ScoredPair pair(String pose) {
        return new ScoredPair(
                new LabelledPair(Path.of("a"), Path.of("b"), true, Map.of("pose", pose)), Optional.of(90.0));
    }
}
