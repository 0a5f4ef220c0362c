package org.lynceus.storage.file.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.media.ObjectRef;
import org.lynceus.api.media.StoredObject;

class FileObjectStoreTest {
    private static final Scope SCOPE = new Scope("000000000000", "us-east-1");

    @TempDir
    Path data;

    private Path buckets;
    private FileObjectStore store;

    @BeforeEach
    void fill() throws IOException {
        buckets = data.resolve("buckets");
        write(buckets.resolve("photos/a.jpg"), "a");
        write(buckets.resolve("photos/2024/june/b c.jpg"), "bee");
        write(buckets.resolve("other/o.jpg"), "other");
        write(data.resolve("secret"), "secret");
        store = new FileObjectStore(buckets);
    }

    @Test
    void objectsAreFiles() throws Exception {
        assertThat(read("photos", "a.jpg")).isEqualTo("a");
        assertThat(read("photos", "2024/june/b c.jpg")).isEqualTo("bee");
    }

    @Test
    void theSizeIsKnownBeforeReading() throws Exception {
        try (StoredObject object = store.open(ref("photos", "2024/june/b c.jpg"))) {
            assertThat(object.size()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "photos, missing.jpg",
        "missing, a.jpg",
        "photos, 2024",
        "photos, 2024/june/",
        "photos, ''",
        "photos, .",
        "photos, ..",
        "photos, ../../secret",
        "photos, ../other/o.jpg",
        "photos, 2024/../a.jpg",
        "photos, ./a.jpg",
        "photos, /a.jpg",
        "photos, //a.jpg",
        "photos, 2024//june/b c.jpg",
        "photos, a.jpg/",
        "photos, a.jpg/x",
        "photos, /etc/passwd",
        "photos, ..\\a.jpg",
        "photos, 2024\\june\\b c.jpg",
        "'', a.jpg",
        "'', photos/a.jpg",
        "., photos/a.jpg",
        "., secret",
        ".., secret",
        "photos/2024, june/b c.jpg",
        "/, etc/passwd",
        "photos/.., other/o.jpg"
    })
    void nothingElseCanBeRead(String bucket, String key) {
        assertRefused(ref(bucket, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg\0", "\0", "a\0.jpg", "\ud800.jpg"})
    void namesThatNoFileCanHaveAreRefused(String key) {
        assertRefused(ref("photos", key));
        assertRefused(ref(key, "a.jpg"));
    }

    @Test
    void thereAreNoVersions() {
        assertRefused(new ObjectRef(SCOPE, "photos", "a.jpg", Optional.of("1")));
    }

    @Test
    void linksInsideABucketWork() throws Exception {
        link("photos/link.jpg", buckets.resolve("photos/a.jpg"));
        link("photos/sub/up.jpg", Path.of("../a.jpg"));
        link("photos/year", buckets.resolve("photos/2024"));

        assertThat(read("photos", "link.jpg")).isEqualTo("a");
        assertThat(read("photos", "sub/up.jpg")).isEqualTo("a");
        assertThat(read("photos", "year/june/b c.jpg")).isEqualTo("bee");
    }

    @Test
    void linksOutOfABucketDoNot() throws Exception {
        link("photos/secret.jpg", data.resolve("secret"));
        link("photos/relative.jpg", Path.of("../../secret"));
        link("photos/neighbour.jpg", buckets.resolve("other/o.jpg"));
        link("photos/folder", data);
        link("photos/deep/er", buckets);
        link("photos/chain.jpg", buckets.resolve("photos/secret.jpg"));
        link("linked", data);
        link("alias", buckets.resolve("photos"));
        link("photos/dangling.jpg", data.resolve("nothing"));
        link("photos/loop.jpg", buckets.resolve("photos/loop.jpg"));

        assertRefused(ref("photos", "secret.jpg"));
        assertRefused(ref("photos", "relative.jpg"));
        assertRefused(ref("photos", "neighbour.jpg"));
        assertRefused(ref("photos", "folder/secret"));
        assertRefused(ref("photos", "deep/er/other/o.jpg"));
        assertRefused(ref("photos", "chain.jpg"));
        assertRefused(ref("linked", "secret"));
        assertRefused(ref("alias", "a.jpg"));
        assertRefused(ref("photos", "dangling.jpg"));
        assertRefused(ref("photos", "loop.jpg"));
    }

    @Test
    void theFolderOfTheBucketsMayItselfBeALink() throws Exception {
        Path link = Files.createSymbolicLink(data.resolve("elsewhere"), buckets);
        try (StoredObject object = new FileObjectStore(link).open(ref("photos", "a.jpg"))) {
            assertThat(object.size()).isEqualTo(1);
        }
    }

    @Test
    void aNamedPipeIsRefusedRatherThanWaitedFor() throws Exception {
        Path pipe = buckets.resolve("photos/pipe.jpg");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertRefused(ref("photos", "pipe.jpg")));
    }

    @Test
    void aLinkThatComesAndGoesNeverLeadsOutside() throws Exception {
        Path file = buckets.resolve("photos/flip/f.jpg");
        Path inside = buckets.resolve("photos/flip");
        Path parked = buckets.resolve("photos/parked");
        Path outside = data.resolve("outside");
        write(file, "inside");
        write(outside.resolve("f.jpg"), "outside");
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> flipping = thread.submit(() -> {
            while (!stop.get()) {
                Files.move(inside, parked);
                Files.createSymbolicLink(inside, outside);
                Files.delete(inside);
                Files.move(parked, inside);
            }
            return null;
        });
        int opened = 0;
        for (int i = 0; i < 3000; i++) {
            try (StoredObject object = store.open(ref("photos", "flip/f.jpg"))) {
                assertThat(object.stream()).hasContent("inside");
                opened++;
            } catch (VisionException gone) {
                assertThat(gone.reason()).isEqualTo(Reason.INVALID_OBJECT);
            }
        }
        stop.set(true);
        flipping.get();
        thread.shutdown();
        assertThat(opened).isPositive();
    }

    @Test
    void theFolderIsFoundInTheOrderOfTheSettings() {
        Map<String, String> environment = Map.of("LYNCEUS_DATA", "/env");
        Map<String, String> properties = Map.of("lynceus.data", "/property", "karaf.data", "/karaf");
        Map<String, String> karaf = Map.of("karaf.data", "/karaf");
        Map<String, String> none = Map.of();

        assertThat(DataFolder.buckets("/set", environment::get, properties::get))
                .isEqualTo(Path.of("/set"));
        assertThat(DataFolder.buckets("", environment::get, properties::get)).isEqualTo(Path.of("/env/buckets"));
        assertThat(DataFolder.buckets("", none::get, properties::get)).isEqualTo(Path.of("/property/buckets"));
        assertThat(DataFolder.buckets(" ", none::get, karaf::get)).isEqualTo(Path.of("/karaf/buckets"));
        assertThatIllegalStateException().isThrownBy(() -> DataFolder.buckets("", none::get, none::get));
    }

    private void assertRefused(ObjectRef ref) {
        assertThatExceptionOfType(VisionException.class)
                .as("%s", ref)
                .isThrownBy(() -> store.open(ref).close())
                .withMessage(
                        "Unable to get object metadata from S3. Check object key, region and/or access permissions.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_OBJECT));
    }

    private String read(String bucket, String key) throws Exception {
        try (StoredObject object = store.open(ref(bucket, key))) {
            return new String(object.stream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void link(String from, Path to) throws IOException {
        Path link = buckets.resolve(from);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, to);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static ObjectRef ref(String bucket, String key) {
        return new ObjectRef(SCOPE, bucket, key, Optional.empty());
    }
}
