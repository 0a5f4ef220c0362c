package org.lynceus.forge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;

class BundleJarTest {
    private static final byte[] MANIFEST =
            "Manifest-Version: 1.0\r\nBundle-Name: x\r\n\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void equalContentGivesEqualBytesAtAnyTimeAndPlace() throws ForgeException, IOException {
        Path first = folder.resolve("deep/first.jar");
        Path second = folder.resolve("second.jar");
        TimeZone zone = TimeZone.getDefault();
        BundleJar.write(first, MANIFEST, files("a.onnx", "b.txt"));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            BundleJar.write(second, MANIFEST, files("b.txt", "a.onnx"));
        } finally {
            TimeZone.setDefault(zone);
        }

        assertThat(second).hasSameBinaryContentAs(first);
        try (JarInputStream jar = new JarInputStream(Files.newInputStream(first))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Bundle-Name"))
                    .isEqualTo("x");
            assertThat(jar.getNextEntry().getName()).isEqualTo("a.onnx");
            assertThat(jar.readAllBytes()).isEqualTo("a.onnx".getBytes(StandardCharsets.UTF_8));
            assertThat(jar.getNextEntry().getName()).isEqualTo("b.txt");
            assertThat(jar.getNextEntry()).isNull();
        }
    }

    @Test
    void failureLeavesNoHalfAJar() throws ForgeException, IOException {
        Path jar = folder.resolve("x.jar");
        BundleJar.write(jar, MANIFEST, files("a.onnx"));
        byte[] before = Files.readAllBytes(jar);
        String tooLong = "n".repeat(0x10000);

        assertThatThrownBy(() -> BundleJar.write(jar, MANIFEST, files("b.onnx", tooLong)))
                .isInstanceOfAny(ForgeException.class, IllegalArgumentException.class);

        assertThat(jar).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(jar);
        }
    }

    private static Map<String, byte[]> files(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, name.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
