package org.lynceus.gallerybuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lynceus.gallerybuilder.FakeServer.face;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
    private final FakeServer server = new FakeServer();

    @TempDir
    private Path folder;

    private Path people;
    private Path photos;
    private Path jar;

    @BeforeEach
    void prepare() throws IOException {
        people = folder.resolve("people.csv");
        photos = Files.createDirectory(folder.resolve("photos"));
        jar = folder.resolve("Acme staff.jar");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makesABundleOfPeopleWithOnePhotoEach() throws IOException {
        people("id,name,gender,website", "1,Zoë Ångström,f,https://example.org/zoe", "2,Bob,m,");
        server.photo(photos.resolve("zoltan.jpg"), face(1, 0, 0));
        server.photo(photos.resolve("2.png"), face(0, 2, 0));

        Shell built = build();

        assertThat(built.err()).doesNotContain("lynceus:");
        assertThat(built.status()).isZero();
        assertThat(built.out())
                .contains("people       1 (1 left out)")
                .contains("Zoë Ångström")
                .contains("no photo found");
        assertThat(entry("gallery/people.csv")).isEqualTo("id,name,gender,urls\r\n2,Bob,Male,\r\n");
    }

    @Test
    void bundleHoldsPeopleVectorsAndWhatItSaysOfItself() throws IOException {
        people("name,gender,url", "Zoë Ångström,f,https://example.org/zoe", "Bob,m,");
        server.photo(photos.resolve("zoë ångström.jpg"), face(1, 0, 0));
        server.photo(photos.resolve("BOB_1.png"), face(0, 2, 0));
        server.photo(photos.resolve("bob/2.png"), face(0, 0, 1));

        Shell built = build("--title", "Staff of Acme", "--version", "2.1", "--licence", "Ask Acme");

        assertThat(built.status()).isZero();
        assertThat(built.out())
                .contains("people       2\n", "photos used  3", "best-1, other-2", "deploy/")
                .doesNotContain("look at");
        assertThat(entry("gallery/people.csv"))
                .startsWith("id,name,gender,urls\r\n")
                .contains(",Zoë Ångström,Female,example.org/zoe\r\n")
                .contains(",Bob,Male,\r\n");
        assertThat(floats("gallery/vectors/best-1.f32"))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Float.compare(a, b))
                .containsExactly(1f, 0f, 0f, 0f, (float) Math.sqrt(0.5), (float) Math.sqrt(0.5));
        assertThat(floats("gallery/vectors/other-2.f32")).hasSize(8);
        assertThat(entry("gallery/gallery.properties"))
                .contains("format = 1\n", "id = Acme-staff\n", "title = Staff of Acme\n", "version = 2.1\n")
                .contains("licence = Ask Acme\n", "people = 2\n", "encoders = best-1,other-2\n")
                .contains("best-1.dimension = 3\n", "other-2.dimension = 4\n");
    }

    @Test
    void sameInputGivesTheSameBytes() throws IOException {
        people("name", "Ann", "Bob");
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));
        server.photo(photos.resolve("bob.jpg"), face(0, 1, 0));

        assertThat(build().status()).isZero();
        byte[] first = Files.readAllBytes(jar);
        assertThat(build("--parallel", "1").status()).isZero();

        assertThat(Files.readAllBytes(jar)).isEqualTo(first);
    }

    @Test
    void tellsWhatIsWrongWithPhotos() throws IOException {
        people("name,photos", "Ann,a.jpg|gone.jpg", "Ben,b.jpg", "Cid,c.jpg", "Dan,d1.jpg;d2.jpg", "Eve,e.jpg");
        server.photo(photos.resolve("a.jpg"), face(1, 0, 0, 0, 0, 0));
        server.photo(photos.resolve("b.jpg"));
        server.photo(photos.resolve("c.jpg"), face(0, 1, 0, 0, 0, 0), face(0, 0, 1, 0, 0, 0));
        server.photo(
                photos.resolve("d1.jpg"),
                face(0.8, 90, 0, List.of(), 0, 0, 0, 1, 0, 0),
                face(0.3, 90, 0, List.of(), 0, 0, 1, 0, 0, 0));
        server.photo(photos.resolve("d2.jpg"), face(0.3, 5, 80, List.of("LOW_SHARPNESS"), 0, 0, 0, 1, 1, 0));
        server.photo(photos.resolve("e.jpg"), face(0.3, 5, 0, List.of("LOW_SHARPNESS"), 0, 0, 0, 0, 0, 1));
        Path report = folder.resolve("report.csv");

        Shell built = build("--report", report);

        assertThat(built.status()).isZero();
        assertThat(Files.readAllLines(report))
                .containsExactly(
                        "person,photo,what,consequence",
                        "Ben,b.jpg,no face found,\"not used, the person is left out\"",
                        "Cid,c.jpg,\"2 faces, none by far the largest\",\"not used, the person is left out\"",
                        "Ann,gone.jpg,no such file,not used",
                        "Dan,d1.jpg,2 faces,\"the largest, by far, is used\"",
                        "Dan,d2.jpg,blurred,not used",
                        "Eve,e.jpg,blurred,\"used, for want of a better photo\"");
        assertThat(built.out()).contains("6 things to look at", "people       3 (2 left out)", "photos used  3");
    }

    @Test
    void onePhotoUnderTwoPeopleIsUsedForNeither() throws IOException {
        people("name", "Ann", "Ben", "Cid", "Dan");
        Path same = server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));
        Files.copy(same, photos.resolve("ben.jpg"));
        server.photo(photos.resolve("ben 2.jpg"), face(0, 1, 0));
        server.photo(photos.resolve("cid.jpg"), face(0, 0, 1));
        server.photo(photos.resolve("dan.jpg"), face(0, 0.0001, 1));
        server.photo(photos.resolve("dan-2.jpg"), face(1, 1, 0));

        Shell built = build();

        assertThat(built.status()).isZero();
        assertThat(built.out())
                .contains("the same file as ben.jpg of Ben")
                .contains("the same file as ann.jpg of Ann")
                .contains("nearly the same picture as dan.jpg of Dan")
                .contains("nearly the same picture as cid.jpg of Cid");
        assertThat(entry("gallery/people.csv")).contains(",Ben,", ",Dan,").doesNotContain(",Ann,", ",Cid,");
        assertThat(floats("gallery/vectors/best-1.f32").get(1)).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void copiesOfOnePersonsPhotoCountOnce() throws IOException {
        people("name", "Ann");
        Path first = server.photo(photos.resolve("ann 1.jpg"), face(1, 0, 0));
        Files.copy(first, photos.resolve("ann 2.jpg"));
        server.photo(photos.resolve("ann 3.jpg"), face(1, 0.001, 0));
        server.photo(photos.resolve("ann 4.jpg"), face(0, 1, 0));

        Shell built = build();

        assertThat(server.asked()).isEqualTo(3);
        assertThat(built.out())
                .contains("ann 2.jpg  the same file as ann 1.jpg")
                .contains("ann 3.jpg  nearly the same picture as ann 1.jpg")
                .contains("photos used  2");
    }

    @Test
    void leavesOutAPhotoUnlikeTheOthers() throws IOException {
        people("name", "Ann");
        server.photo(photos.resolve("ann 1.jpg"), face(1, 0.2, 0));
        server.photo(photos.resolve("ann 2.jpg"), face(1, -0.2, 0));
        server.photo(photos.resolve("ann 3.jpg"), face(0, 0.1, 1));

        assertThat(build().out())
                .contains("ann 3.jpg  unlike the others  not used")
                .contains("photos used  2");
    }

    @Test
    void tellsWhoLooksAlike() throws IOException {
        people("name", "Ann", "Ben", "Cid");
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));
        server.photo(photos.resolve("ben.jpg"), face(0.7, 0.7, 0));
        server.photo(photos.resolve("cid.jpg"), face(0, 0, 1));

        assertThat(build().out())
                .contains("Ann")
                .contains("looks like Ben (cosine 0.71)")
                .doesNotContain("Cid");
    }

    @Test
    void strictWritesNothingWhenThereIsAnythingToReport() throws IOException {
        people("name", "Ann", "Ben");
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));

        Shell built = build("--strict");

        assertThat(built.status()).isEqualTo(1);
        assertThat(built.err()).contains("--strict");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("jar"));
    }

    @Test
    void writesAFolderForBuildsThatMakeTheBundleThemselves() throws IOException {
        people("name", "Ann");
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));
        Path target = folder.resolve("target");

        assertThat(Shell.run("build", people, photos, "-o", target, "--endpoint", server.endpoint())
                        .status())
                .isZero();
        assertThat(Shell.run("build", people, photos, "-o", target, "--endpoint", server.endpoint())
                        .status())
                .isZero();

        assertThat(target).isDirectoryContaining("glob:**/gallery");
        try (var inside = Files.list(target)) {
            assertThat(inside).hasSize(1);
        }
        assertThat(target.resolve("gallery/vectors/best-1.f32")).hasSize(12);
        assertThat(target.resolve("gallery/gallery.properties")).content().contains("id = target\n");
    }

    @Test
    void nobodyUsableIsAFailure() throws IOException {
        people("name", "Ann");
        server.photo(photos.resolve("ann.jpg"));

        Shell built = build();

        assertThat(built.status()).isEqualTo(1);
        assertThat(built.out()).contains("no face found");
        assertThat(built.err()).contains("of 1 person nobody has a photo that can be used");
        assertThat(jar).doesNotExist();
    }

    @Test
    void serverThatIsGoneIsAFailure() throws IOException {
        people("name", "Ann");
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));
        server.close();

        Shell built = build();

        assertThat(built.status()).isEqualTo(1);
        assertThat(built.err()).contains("No server answers at " + server.endpoint());
        assertThat(jar).doesNotExist();
    }

    @Test
    void refusesWhatCannotBeBeforeAnythingIsAsked() throws IOException {
        people("name", "Ann");
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));
        Path precious = Files.writeString(folder.resolve("precious.jar"), "no gallery");

        assertThat(Shell.run("build", photos, photos, "-o", jar).err()).contains("is a folder, not a table");
        assertThat(Shell.run("build", people, people, "-o", jar).err()).contains("is a file, not a folder");
        assertThat(Shell.run("build", folder.resolve("x.csv"), photos, "-o", jar)
                        .err())
                .contains("does not exist");
        assertThat(Shell.run("build", people, photos, "-o", precious).err()).contains("exists and is no gallery");
        assertThat(Shell.run("build", people, photos, "-o", people).err()).contains("is a file");
        assertThat(Shell.run("build", people, photos, "-o", folder.resolve("no/such.jar"))
                        .err())
                .contains("There is no folder");
        assertThat(build("--id", "../x").err()).contains("is no id");
        assertThat(build("--id", "").err()).contains("is no id");
        assertThat(Shell.run("build", people, photos, "-o", jar, "--endpoint", "nonsense")
                        .status())
                .isEqualTo(2);
        assertThat(build("--version", "May").err()).contains("is no version");
        assertThat(build("--report", folder).err()).contains("report cannot be written");
        assertThat(build("--report", people).err()).contains("report cannot be written");
        assertThat(build("--parallel", "0").status()).isEqualTo(2);
        assertThat(Shell.run("build", people, photos).status()).isEqualTo(2);
        assertThat(server.asked()).isZero();
        assertThat(precious).hasContent("no gallery");
        assertThat(people).hasContent("name\nAnn");
    }

    @Test
    void cutsLongTablesOnTheScreen() throws IOException {
        List<String> lines = new ArrayList<>(List.of("name", "Ann"));
        for (int i = 0; i < 70; i++) {
            lines.add("Nobody " + i);
        }
        people(lines.toArray(String[]::new));
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));

        assertThat(build().out())
                .contains("70 things to look at", "... and 10 more")
                .doesNotContain("Nobody 60");
    }

    @Test
    void serverThatKnowsNoLookAlikesOrNoPortraits() throws IOException {
        people("name", "Ann");
        server.photo(photos.resolve("ann.jpg"), face(1, 0, 0));

        server.knowsNoLookAlikes();
        assertThat(build().out()).contains("look-alikes  not looked for");

        server.forgetsPortraits();
        Shell built = build();
        assertThat(built.status()).isEqualTo(1);
        assertThat(built.err()).contains("cannot describe portraits").contains("celebrities detector");
    }

    @Test
    void withoutACommandItPrintsItsUsage() {
        assertThat(Shell.run().out()).contains("usage: ", "build people.csv photos/ -o gallery.jar");
        assertThat(Shell.run("build", "--help").out()).contains("--strict");
        assertThat(Shell.run("dance").status()).isEqualTo(2);
    }

    private Shell build(Object... more) {
        List<Object> words = new ArrayList<>(List.of("build", people, photos, "-o", jar));
        words.addAll(List.of("--endpoint", server.endpoint()));
        words.addAll(List.of(more));
        return Shell.run(words.toArray());
    }

    private void people(String... lines) throws IOException {
        Files.write(people, List.of(lines));
    }

    private byte[] bytes(String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getInputStream(file.getEntry(name)).readAllBytes();
        }
    }

    private String entry(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private List<Float> floats(String name) throws IOException {
        FloatBuffer buffer =
                ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        List<Float> floats = new ArrayList<>();
        while (buffer.hasRemaining()) {
            floats.add(buffer.get());
        }
        return floats;
    }
}
