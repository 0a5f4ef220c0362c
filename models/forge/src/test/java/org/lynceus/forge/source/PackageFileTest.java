package org.lynceus.forge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;

class PackageFileTest {
    @Test
    void scopedPackageIsRead() throws ForgeException {
        PackageFile file = PackageFile.parse("@mediapipe/face_mesh@0.4.1657299874 : dir/mesh.data");

        assertThat(file).isEqualTo(new PackageFile("@mediapipe/face_mesh", "0.4.1657299874", "dir/mesh.data"));
        assertThat(file.coordinates()).isEqualTo("@mediapipe/face_mesh@0.4.1657299874");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pack",
                "pack : file",
                "pack@^1.0.0 : file",
                "pack@latest : file",
                "pack@1.0.0 :",
                "--pack@1.0.0 : file"
            })
    void unpinnedOrMalformedCoordinatesAreRefused(String text) {
        assertThatThrownBy(() -> PackageFile.parse(text))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining(text);
    }
}
