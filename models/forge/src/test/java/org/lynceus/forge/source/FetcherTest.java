package org.lynceus.forge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;

class FetcherTest {
    private static final byte[] FIRST = "first file".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND = "0123456789".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path cacheFolder;

    private final FakePackages packages = new FakePackages(Map.of("a.bin", FIRST, "deep/b.bin", SECOND));

    @Test
    void onePackageIsDownloadedOnceForAllItsFiles() throws ForgeException {
        SourceFile a = whole("a.bin", FIRST);
        SourceFile b = whole("deep/b.bin", SECOND);

        Map<SourceFile, byte[]> contents = fetcher().fetch(List.of(a, b));

        assertThat(contents.get(a)).isEqualTo(FIRST);
        assertThat(contents.get(b)).isEqualTo(SECOND);
        assertThat(packages.downloads()).containsExactly("pack@1.0.0");
    }

    @Test
    void cachedFileNeedsNoDownload() throws ForgeException {
        fetcher().fetch(whole("a.bin", FIRST));

        assertThat(fetcher().fetch(whole("a.bin", FIRST))).isEqualTo(FIRST);
        assertThat(packages.downloads()).hasSize(1);
    }

    @Test
    void damagedCacheEntryIsFetchedAgain() throws ForgeException, IOException {
        fetcher().fetch(whole("a.bin", FIRST));
        try (Stream<Path> files = Files.walk(cacheFolder)) {
            Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "first fil");
        }

        assertThat(fetcher().fetch(whole("a.bin", FIRST))).isEqualTo(FIRST);
        assertThat(packages.downloads()).hasSize(2);
        assertThat(new FileCache(cacheFolder).find(Hashes.sha256(FIRST))).hasValue(FIRST);
    }

    @Test
    void sliceIsCutAndVerified() throws ForgeException {
        byte[] part = Arrays.copyOfRange(SECOND, 2, 5);
        SourceFile slice = slice(2, 5, Hashes.sha256(part));

        assertThat(fetcher().fetch(slice)).isEqualTo(part);
        assertThatThrownBy(() -> fetcher().fetch(slice(3, 6, Hashes.sha256(FIRST))))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("deep/b.bin [3-6]");
        assertThatThrownBy(() -> fetcher().fetch(slice(3, 11, Hashes.sha256(FIRST))))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("10 bytes");
    }

    @Test
    void wrongChecksumIsNamedAndNothingIsKept() throws IOException {
        SourceFile wrong = whole("a.bin", SECOND);

        assertThatThrownBy(() -> fetcher().fetch(wrong))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Checksum mismatch")
                .hasMessageContaining("pack@1.0.0 : a.bin")
                .hasMessageContaining(Hashes.sha256(FIRST));
        try (Stream<Path> files = Files.walk(cacheFolder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void fileThatThePackageDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> fetcher().fetch(whole("c.bin", FIRST)))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("pack@1.0.0 : c.bin");
    }

    @Test
    void truncatedArchiveIsRefused() {
        packages.truncate();

        assertThatThrownBy(() -> fetcher().fetch(whole("a.bin", FIRST)))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void nextOriginIsTakenWhenTheFirstCannotBeReached() throws ForgeException {
        packages.unreachable("gone@1.0.0");
        SourceFile source = either(FIRST, "gone@1.0.0 : a.bin", "pack@1.0.0 : a.bin");

        assertThat(fetcher().fetch(source)).isEqualTo(FIRST);
        assertThat(packages.downloads()).containsExactly("gone@1.0.0", "pack@1.0.0");
    }

    @Test
    void checksumDecidesBetweenOrigins() throws ForgeException {
        SourceFile source = either(SECOND, "pack@1.0.0 : a.bin", "pack@2.0.0 : deep/b.bin");

        assertThat(fetcher().fetch(source)).isEqualTo(SECOND);
    }

    @Test
    void wrongContentCountsMoreThanAnUnreachableOrigin() {
        packages.unreachable("gone@1.0.0");
        SourceFile source = either(SECOND, "gone@1.0.0 : a.bin", "pack@1.0.0 : a.bin");

        assertThatThrownBy(() -> fetcher().fetch(source))
                .isInstanceOf(ForgeException.class)
                .isNotInstanceOf(UnavailableException.class)
                .hasMessageContaining("there is no gone@1.0.0")
                .hasMessageContaining("Checksum mismatch: pack@1.0.0 : a.bin");
    }

    @Test
    void fileThatNoOriginHasIsUnavailable() {
        packages.unreachable("pack@1.0.0");

        assertThatThrownBy(() -> fetcher().fetch(List.of(whole("a.bin", FIRST))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("there is no pack@1.0.0");
    }

    @Test
    void mirrorComesBeforeThePackages(@TempDir Path mirror) throws ForgeException, IOException {
        Files.write(mirror.resolve(Hashes.sha256(FIRST)), FIRST);

        assertThat(fetcher(mirror).fetch(whole("a.bin", FIRST))).isEqualTo(FIRST);
        assertThat(packages.downloads()).isEmpty();
        assertThat(new FileCache(cacheFolder).find(Hashes.sha256(FIRST))).hasValue(FIRST);
    }

    @Test
    void mirrorMayHaveTheSliceOrTheWholeFile(@TempDir Path mirror) throws ForgeException, IOException {
        byte[] part = Arrays.copyOfRange(SECOND, 2, 5);
        byte[] other = Arrays.copyOfRange(SECOND, 6, 9);
        Files.write(mirror.resolve(Hashes.sha256(part)), part);
        SourceFile first = slice(2, 5, Hashes.sha256(part));
        SourceFile second = slice(6, 9, Hashes.sha256(other));

        assertThat(fetcher(mirror).fetch(first)).isEqualTo(part);
        Files.write(mirror.resolve(Hashes.sha256(SECOND)), SECOND);
        assertThat(fetcher(mirror).fetch(second)).isEqualTo(other);
        assertThat(packages.downloads()).isEmpty();
    }

    @Test
    void wrongFileInTheMirrorIsNamedAndNotUsed(@TempDir Path mirror) throws IOException {
        Path wrong = Files.write(mirror.resolve(Hashes.sha256(FIRST)), SECOND);

        assertThatThrownBy(() -> fetcher(mirror).fetch(whole("a.bin", FIRST)))
                .isInstanceOf(ForgeException.class)
                .isNotInstanceOf(UnavailableException.class)
                .hasMessageContaining(wrong.toString());
    }

    @Test
    void committedFileIsReadWhereItLiesEachTime(@TempDir Path sources, @TempDir Path mirror)
            throws ForgeException, IOException {
        Path file = Files.write(sources.resolve("a.bin"), FIRST);
        SourceFile source =
                new SourceFile(List.of(new CommittedFile(sources, "a.bin")), Hashes.sha256(FIRST), Optional.empty());

        assertThat(fetcher().fetch(source)).isEqualTo(FIRST);

        assertThat(new FileCache(cacheFolder).find(Hashes.sha256(FIRST))).isEmpty();
        Files.write(mirror.resolve(Hashes.sha256(FIRST)), FIRST);
        Files.write(file, SECOND);
        assertThatThrownBy(() -> fetcher(mirror).fetch(source))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Checksum mismatch: file : a.bin")
                .hasMessageContaining(Hashes.sha256(SECOND));
        assertThat(packages.downloads()).isEmpty();
    }

    @Test
    void committedFilesOfTwoFoldersMayShareAName(@TempDir Path one, @TempDir Path two)
            throws ForgeException, IOException {
        Files.write(one.resolve("a.bin"), FIRST);
        Files.write(two.resolve("a.bin"), SECOND);
        SourceFile first =
                new SourceFile(List.of(new CommittedFile(one, "a.bin")), Hashes.sha256(FIRST), Optional.empty());
        SourceFile second =
                new SourceFile(List.of(new CommittedFile(two, "a.bin")), Hashes.sha256(SECOND), Optional.empty());

        assertThat(fetcher().fetch(List.of(first, second)))
                .containsEntry(first, FIRST)
                .containsEntry(second, SECOND);
    }

    private Fetcher fetcher(Path mirror) throws ForgeException {
        return new Fetcher(new FileCache(cacheFolder), Optional.of(new Mirror(mirror)), packages, new WebClient());
    }

    private static SourceFile either(byte[] content, String first, String second) {
        Properties properties = new Properties();
        properties.setProperty("source", first);
        properties.setProperty("source.or", second);
        properties.setProperty("source.sha256", Hashes.sha256(content));
        try {
            return SourceFile.of(properties, "", Path.of("models"));
        } catch (ForgeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Fetcher fetcher() {
        return new Fetcher(new FileCache(cacheFolder), packages);
    }

    private static SourceFile whole(String path, byte[] content) {
        return new SourceFile(
                List.of(new PackageFile("pack", "1.0.0", path)), Hashes.sha256(content), Optional.empty());
    }

    private static SourceFile slice(int start, int end, String sha256) {
        return new SourceFile(
                List.of(new PackageFile("pack", "1.0.0", "deep/b.bin")),
                Hashes.sha256(SECOND),
                Optional.of(new SourceFile.Slice(start, end, sha256)));
    }
}
