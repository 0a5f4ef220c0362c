package org.lynceus.packer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.Npy;

class NpyReaderTest {
    @Test
    void readsFloatsRowByRow() throws Exception {
        NpyReader.Matrix matrix = NpyReader.matrix("v.npy", Npy.floats(2, 3, 1, 2, 3, 4, 5, 6.5));

        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
        assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, 6.5f);
    }

    @Test
    void readsHalvesAndDoubles() throws Exception {
        byte[] halves = {0x00, 0x3c, 0x00, (byte) 0xc0};
        byte[] doubles = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(0.1)
                .putDouble(-3)
                .array();

        assertThat(NpyReader.matrix("v", Npy.array("<f2", "False", "(1, 2)", halves))
                        .values())
                .containsExactly(1, -2);
        assertThat(NpyReader.matrix("v", Npy.array("<f8", "False", "(2, 1)", doubles))
                        .values())
                .containsExactly(0.1f, -3);
    }

    @Test
    void refusesWhatIsNoMatrixOfFloats() {
        assertRefused(new byte[] {1, 2, 3}, "not an array that NumPy saved");
        assertRefused(Npy.array("<f4", "True", "(1, 1)", new byte[4]), "Fortran order");
        assertRefused(Npy.array("<i4", "False", "(1, 1)", new byte[4]), "'<i4'");
        assertRefused(Npy.array(">f4", "False", "(1, 1)", new byte[4]), "'>f4'");
        assertRefused(Npy.array("<f4", "False", "(4,)", new byte[16]), "the shape (4,)");
        assertRefused(Npy.array("<f4", "False", "(2, 0)", new byte[0]), "the shape (2, 0)");
        assertRefused(Npy.array("<f4", "False", "(99999999, 99999999)", new byte[4]), "the shape");
        assertRefused(Npy.array("<f4", "False", "(1, 2)", new byte[4]), "4 bytes of values, 8 were expected");
    }

    @Test
    void refusesAFileThatIsCutOffAnywhere() {
        byte[] whole = Npy.floats(1, 2, 1, 2);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> NpyReader.matrix("v.npy", cut)).isInstanceOf(ForgeException.class);
        }
    }

    private static void assertRefused(byte[] file, String words) {
        assertThatThrownBy(() -> NpyReader.matrix("v.npy", file))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining(words)
                .hasMessageStartingWith("v.npy");
    }
}
