package org.lynceus.inference.internal.decode.boxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.inference.internal.decode.Contexts;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;

class FeatureMapTest {
    private static final Frame FRAME = Frame.whole(640, 480, 640, 480);

    @Test
    void boxesAreNumberedThroughAllMaps() {
        List<FeatureMap> maps = FeatureMap.of(640, 480, List.of(8, 16), List.of(2, 1));

        assertThat(FeatureMap.boxes(maps)).isEqualTo(2 * 80 * 60 + 40 * 30);
        FeatureMap second = FeatureMap.of(maps, 9600 + 41);
        assertThat(second).isEqualTo(maps.get(1));
        assertThat(second.column(9641)).isEqualTo(1);
        assertThat(second.row(9641)).isEqualTo(1);
        FeatureMap first = FeatureMap.of(maps, 163);
        assertThat(first.column(163)).isEqualTo(1);
        assertThat(first.row(163)).isEqualTo(1);
        assertThat(first.kind(163)).isEqualTo(1);
        assertThatThrownBy(() -> FeatureMap.of(maps, 10_800)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aCellAtTheEdgeMayReachOut() {
        FeatureMap map = FeatureMap.of(100, 33, List.of(32), List.of(1)).get(0);

        assertThat(map.columns()).isEqualTo(4);
        assertThat(map.rows()).isEqualTo(2);
    }

    @Test
    void stridesAreReadAndCounted() {
        Strides strides = Strides.of(Contexts.of(Map.of("strides", "8,16", "anchors.per.cell", "2")), List.of(4), 1);

        assertThat(strides).isEqualTo(new Strides(List.of(8, 16), List.of(2, 2)));
        assertThat(strides.maps(FRAME, 2 * 6000)).hasSize(2);
        assertThatThrownBy(() -> strides.maps(FRAME, 6000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strides [8, 16] with [2, 2] boxes in each cell give 12000 boxes for an input of 640 x 480,"
                        + " the output has 6000");
    }

    @Test
    void wrongStridesAreRefused() {
        assertThatThrownBy(() -> Strides.of(Contexts.of(Map.of("strides", "8,0")), List.of(8), 1))
                .hasMessageContaining("strides are not positive numbers");
        assertThatThrownBy(() -> Strides.of(Contexts.of(Map.of("anchors.per.cell", "2,2")), List.of(8, 16, 32), 1))
                .hasMessageContaining("anchors.per.cell has 2 numbers for 3 strides");
    }

    @Test
    void tablesOfMapsAreFoundInAnyOrderOrOneBelowTheOther() {
        List<FeatureMap> maps = FeatureMap.of(32, 32, List.of(8, 16), List.of(1, 1));
        Tensor small = tensor("small", 1, 4, 1);
        Tensor large = tensor("large", 16, 1);
        Tensor whole = tensor("whole", 1, 20, 4);
        MapTables tables = new MapTables(new Outputs(List.of(small, large, whole)), maps);

        assertThat(tables.require(maps.get(0), "scores", 1).table()).isSameAs(large);
        assertThat(tables.require(maps.get(1), "scores", 1).table()).isSameAs(small);
        assertThat(tables.require(maps.get(1), "boxes", 4).index(2)).isEqualTo((16 + 2) * 4);
        assertThatThrownBy(() -> tables.require(maps.get(1), "points", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no output holds points of stride 16 [1, 4, 10] among small [1, 4, 1], large [16, 1],"
                        + " whole [1, 20, 4]");
    }

    @Test
    void aBatchOfTwoIsNoTable() {
        assertThat(Tables.hasColumns(tensor("two", 2, 3, 4), 4)).isFalse();
        assertThat(Tables.hasColumns(tensor("list", 4), 4)).isFalse();
        assertThat(Tables.hasColumns(tensor("one", 1, 3, 4), 4)).isTrue();
        assertThat(Tables.hasColumns(tensor("caffe", 1, 1, 3, 4), 4)).isTrue();
    }

    private static Tensor tensor(String name, long... shape) {
        int size = 1;
        for (long axis : shape) {
            size *= (int) axis;
        }
        return new Tensor(name, shape, new float[size]);
    }
}
