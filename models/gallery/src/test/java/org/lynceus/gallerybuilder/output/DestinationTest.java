package org.lynceus.gallerybuilder.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.gallerybuilder.people.KnownGender;
import org.lynceus.gallerybuilder.people.Person;

class DestinationTest {
    private static final GalleryHead HEAD = new GalleryHead(
            "acme.staff",
            "Staff of Acmé, with a title that is longer than a line of a manifest may be: 구글 직원 명단 и другие",
            "1.2",
            Optional.of("Own\n photos"),
            Optional.of("C:\\photos"));

    @TempDir
    private Path folder;

    @Test
    void bundleProvidesTheGallery() throws Exception {
        try (JarFile jar = new JarFile(written(gallery(HEAD)).toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("org.lynceus.gallery.acme.staff");
            assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
            assertThat(manifest.getValue("Bundle-Version")).isEqualTo("1.2");
            assertThat(manifest.getValue("Bundle-Name")).isEqualTo(HEAD.title());
            assertThat(manifest.getValue("Bundle-License")).isEqualTo("Own photos");
            assertThat(manifest.getValue("Provide-Capability"))
                    .isEqualTo("lynceus.gallery;lynceus.gallery=\"acme.staff\";version:Version=\"1.2\""
                            + ";effective:=active");
            assertThat(jar.stream().map(JarEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            "gallery/gallery.properties",
                            "gallery/people.csv",
                            "gallery/vectors/a-1.f32",
                            "gallery/vectors/b.f32");
        }
    }

    @Test
    void propertiesAndTableReadBack() throws Exception {
        try (JarFile jar = new JarFile(written(gallery(HEAD)).toFile())) {
            Properties properties = new Properties();
            try (Reader reader = new StringReader(text(jar, "gallery/gallery.properties"))) {
                properties.load(reader);
            }

            assertThat(properties)
                    .containsEntry("title", HEAD.title())
                    .containsEntry("source", "C:\\photos")
                    .containsEntry("people", "2")
                    .containsEntry("encoders", "a-1,b")
                    .containsEntry("a-1.dimension", "2")
                    .containsEntry("b.dimension", "1");
            assertThat(properties.getProperty("people.sha256"))
                    .isEqualTo(Content.of(text(jar, "gallery/people.csv").getBytes(StandardCharsets.UTF_8))
                            .sha256());
            assertThat(text(jar, "gallery/people.csv"))
                    .isEqualTo("id,name,gender,urls\r\n1,\"Lee, \"\"Ann\"\"\",Nonbinary,a.org/1 b.org\r\n"
                            + "2,김정은,Unlisted,\r\n");
        }
    }

    @Test
    void replacesAGalleryButNothingElse() throws Exception {
        Path jar = written(gallery(HEAD));
        byte[] first = Files.readAllBytes(jar);

        GalleryHead other = new GalleryHead("other", "Other", "1", Optional.empty(), Optional.empty());
        assertThat(written(gallery(other))).isEqualTo(jar);
        assertThat(Files.readAllBytes(jar)).isNotEqualTo(first);
        assertThat(folder).isDirectoryNotContaining("glob:**part*");

        Files.createDirectories(folder.resolve("out/gallery"));
        assertThatThrownBy(() -> Destination.of(folder.resolve("out")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no gallery");
    }

    @ParameterizedTest
    @CsvSource({
        "Acme staff.jar,Acme-staff,Acme staff",
        "gallery.JAR,gallery,Gallery",
        "..x..y.jar,x.y,X y",
        "фото.jar,gallery,Gallery",
        "FC-Bayern_2026.1.jar,FC-Bayern-2026.1,FC Bayern 2026 1"
    })
    void idAndTitleComeFromTheFile(String file, String id, String title) {
        assertThat(GalleryHead.id(file)).isEqualTo(id);
        assertThat(GalleryHead.title(id)).isEqualTo(title);
        assertThat(new GalleryHead(id, title, "1.0.0", Optional.empty(), Optional.empty()).id())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a..b", "a.", "a/b", "a\"b", "a;b", "\u00e9"})
    void refusesIds(String id) {
        assertThatThrownBy(() -> new GalleryHead(id, "T", "1.0.0", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no id");
    }

    private Path written(Gallery gallery) throws Exception {
        Path jar = folder.resolve("gallery.jar");
        assertThat(Destination.of(jar).write(gallery)).isEqualTo(Files.size(jar));
        return jar;
    }

    private static Gallery gallery(GalleryHead head) {
        return Gallery.of(
                head,
                List.of(
                        new Person(
                                "1",
                                "Lee, \"Ann\"",
                                "x",
                                KnownGender.NONBINARY,
                                List.of("a.org/1", "b.org"),
                                List.of(),
                                List.of()),
                        new Person("2", "김정은", "y", KnownGender.UNLISTED, List.of(), List.of(), List.of())),
                Map.of(
                        "b", List.of(new float[] {1}, new float[] {-1}),
                        "a-1", List.of(new float[] {1, 0}, new float[] {0, 1})));
    }

    private static String text(JarFile jar, String name) throws Exception {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
