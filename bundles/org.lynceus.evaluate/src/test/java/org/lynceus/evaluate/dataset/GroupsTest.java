package org.lynceus.evaluate.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void fewValuesAreGroupsOfTheirOwn() {
        assertThat(groups(List.of("side", "front", "side")))
                .containsEntry("side", List.of("side", "side"))
                .containsEntry("front", List.of("front"))
                .hasSize(2);
    }

    @Test
    void manyNumbersAreFourGroups() {
        List<String> values =
                IntStream.range(0, 20).mapToObj(i -> Integer.toString(19 - i)).toList();

        assertThat(groups(values)).containsOnlyKeys("0 to 4", "5 to 9", "10 to 14", "15 to 19");
    }

    @Test
    void equalNumbersStayTogether() {
        List<String> values = IntStream.range(0, 24)
                .mapToObj(i -> Integer.toString(i < 11 ? i : 11))
                .toList();

        Map<String, List<String>> groups = groups(values);

        assertThat(groups).containsOnlyKeys("0 to 5", "6 to 11");
        assertThat(groups.get("6 to 11")).hasSize(18);
    }

    @Test
    void emptyCellsAreTheLastGroup() {
        List<String> values = new ArrayList<>(
                IntStream.range(0, 12).mapToObj(Integer::toString).toList());
        values.add(3, "");

        assertThat(groups(values).keySet()).containsExactly("0 to 2", "3 to 5", "6 to 8", "9 to 11", Groups.EMPTY);
    }

    private static Map<String, List<String>> groups(List<String> values) {
        return Groups.of(values, Function.identity());
    }
}
