package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;

class WeightManifestTest {
    private final TfjsWriter file = new TfjsWriter();

    @Test
    void quantizedValuesAreRestored() throws Exception {
        file.weight("eight", "float32", "'dtype':'uint8','scale':0.5,'min':-1", new byte[] {0, 3, (byte) 255}, 3)
                .weight("sixteen", "float32", "'dtype':'uint16','scale':2,'min':1", new byte[] {1, 0, -1, -1}, 2)
                .weight("half", "float32", "'dtype':'float16'", new byte[] {0x00, 0x38, 0x00, (byte) 0xc0}, 2)
                .weight("whole", "int32", "'dtype':'uint8','scale':1,'min':-3", new byte[] {0, 5}, 2)
                .weight("truth", "bool", "", new byte[] {1, 0}, 2)
                .weight("number", "int32", "", new byte[] {-2, -1, -1, -1});
        WeightManifest weights = read();

        assertThat(weights.find("eight").orElseThrow().floats()).containsExactly(-1, 0.5f, 126.5f);
        assertThat(weights.find("sixteen").orElseThrow().floats()).containsExactly(3, 131071);
        assertThat(weights.find("half").orElseThrow().floats()).containsExactly(0.5f, -2);
        assertThat(weights.find("whole").orElseThrow().integers()).containsExactly(-3, 2);
        assertThat(weights.find("truth").orElseThrow().type()).isEqualTo(ElementType.BOOLEAN);
        assertThat(weights.find("truth").orElseThrow().integers()).containsExactly(1, 0);
        assertThat(weights.find("number").orElseThrow().dims()).isEmpty();
        assertThat(weights.find("number").orElseThrow().integers()).containsExactly(-2);
        assertThat(weights.find("none")).isEmpty();
    }

    @Test
    void typeWithoutConversionIsNamedWithItsTensor() throws Exception {
        file.weight("names", "string", "", new byte[4], 1);

        assertThatThrownBy(this::read)
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("tensor 'names'")
                .hasMessageContaining("'string'");
    }

    @Test
    void impossibleDimensionsAreNamedWithTheirTensor() throws Exception {
        file.weight("huge", "float32", "", new byte[4], 1L << 20, 1L << 20);

        assertThatThrownBy(this::read).isInstanceOf(ForgeException.class).hasMessageContaining("tensor 'huge'");

        TfjsWriter other = new TfjsWriter().weight("negative", "float32", "", new byte[4], -1);
        assertThatThrownBy(() -> read(other)).hasMessageContaining("tensor 'negative'");
    }

    private WeightManifest read() throws Exception {
        return read(file);
    }

    private static WeightManifest read(TfjsWriter file) throws Exception {
        ModelText model = ModelText.read("test", file.description("w.bin"));
        return WeightManifest.read("test", model, Map.of("w.bin", file.weightBytes()));
    }
}
