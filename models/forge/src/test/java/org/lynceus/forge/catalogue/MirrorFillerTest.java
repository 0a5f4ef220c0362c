package org.lynceus.forge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.FakePackages;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.FileCache;
import org.lynceus.forge.source.Hashes;
import org.lynceus.forge.source.Mirror;
import org.lynceus.forge.source.UnavailableException;
import org.lynceus.forge.source.WebClient;

class MirrorFillerTest {
    private static final byte[] WEIGHTS = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PART = "345".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NAMES = "one\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PICTURE = "picture".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final FakePackages packages =
            new FakePackages(Map.of("a.bin", WEIGHTS, "names.txt", NAMES, "cat.png", PICTURE));
    private final List<String> notes = new ArrayList<>();

    @Test
    void everySourceIsInTheFolderAndInItsIndex() throws ForgeException, IOException {
        describe("one", "pack@1.0.0", "");
        Path files = folder.resolve("models/pictures/src/main/files/files.properties");
        Files.createDirectories(files.getParent());
        Files.writeString(
                files, "cat.png.source = pack@1.0.0 : cat.png\ncat.png.source.sha256 = " + Hashes.sha256(PICTURE));

        assertThat(fill()).isEqualTo(3);

        Path mirror = folder.resolve("mirror");
        assertThat(mirror.resolve(Hashes.sha256(PART))).hasBinaryContent(PART);
        assertThat(mirror.resolve("index.txt"))
                .content()
                .contains(Hashes.sha256(PART) + " 3 pack@1.0.0 : a.bin [3-6]\n")
                .contains(Hashes.sha256(NAMES) + " 4 pack@1.0.0 : names.txt\n")
                .contains(Hashes.sha256(PICTURE) + " 7 pack@1.0.0 : cat.png\n");
        assertThat(notes).isEmpty();
    }

    @Test
    void filesOfTheRepositoryAreNotMirrored() throws ForgeException, IOException {
        Path heads = folder.resolve("models/heads/src/main/model");
        Files.createDirectories(heads);
        Files.write(heads.resolve("a.onnx"), PICTURE);
        Files.writeString(
                heads.resolve("model.properties"),
                "id = heads\ngraphs = main\nsource = file : a.onnx\nsource.sha256 = " + Hashes.sha256(PICTURE));
        describe("one", "pack@1.0.0", "");

        assertThat(fill()).isEqualTo(2);

        assertThat(folder.resolve("mirror").resolve(Hashes.sha256(PICTURE))).doesNotExist();
    }

    @Test
    void filledFolderReplacesAllPackages() throws ForgeException, IOException {
        describe("one", "pack@1.0.0", "");
        fill();
        Fetcher fetcher = new Fetcher(
                new FileCache(folder.resolve("empty")),
                Optional.of(new Mirror(folder.resolve("mirror"))),
                new FakePackages(Map.of()),
                new WebClient());

        CatalogueEntry model = catalogue().models().get(0);

        assertThat(fetcher.fetch(model.files()).values()).containsExactly(PART, NAMES);
    }

    @Test
    void optionalModelThatCannotBeReachedIsNotedAndOthersAreErrors() throws ForgeException, IOException {
        describe("one", "pack@1.0.0", "");
        describe("two", "gone@1.0.0", "optional = true\n");
        packages.unreachable("gone@1.0.0");
        // The cache has the content under its checksum, whatever the package.
        describe(
                "two",
                "gone@1.0.0",
                "optional = true\nsource.slice = 4-6\nsource.slice.sha256 = "
                        + Hashes.sha256("45".getBytes(StandardCharsets.UTF_8)) + "\n");

        assertThat(fill()).isEqualTo(2);

        assertThat(notes).containsExactly("Model two is left out: there is no gone@1.0.0");
        describe(
                "two",
                "gone@1.0.0",
                "source.slice = 4-6\nsource.slice.sha256 = " + Hashes.sha256("45".getBytes(StandardCharsets.UTF_8))
                        + "\n");
        assertThatThrownBy(this::fill).isInstanceOf(UnavailableException.class).hasMessageContaining("Model two");
    }

    @Test
    void folderWithoutModelsIsAnError() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("nothing"));

        assertThatThrownBy(() -> Catalogue.read(List.of(empty)))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("nothing");
    }

    private int fill() throws ForgeException {
        Fetcher fetcher = new Fetcher(new FileCache(folder.resolve("cache")), packages);
        return new MirrorFiller(fetcher, notes::add).fill(folder.resolve("mirror"), catalogue());
    }

    private Catalogue catalogue() throws ForgeException {
        return Catalogue.read(List.of(folder.resolve("models")));
    }

    private void describe(String id, String coordinates, String more) throws IOException {
        Path file = folder.resolve("models").resolve(id).resolve("src/main/model/model.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                id = %s
                graphs = main
                source = %s : a.bin
                source.sha256 = %s
                source.slice = 3-6
                source.slice.sha256 = %s
                labels = labels.txt
                labels.source = %s : names.txt
                labels.source.sha256 = %s
                %s""".formatted(
                id, coordinates, Hashes.sha256(WEIGHTS), Hashes.sha256(PART), coordinates, Hashes.sha256(NAMES), more));
    }
}
