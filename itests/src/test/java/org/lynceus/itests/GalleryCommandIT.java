package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script's command that builds galleries, where no server runs. */
class GalleryCommandIT {
    @Test
    void aServerIsStartedForTheBuildAndNothingIsLeftOfIt() throws Exception {
        Path temporary = Distribution.scratch().resolve("gallery-temporary");
        FileTrees.delete(temporary);
        Files.createDirectories(temporary);
        Lynceus server = Lynceus.create("gallery-alone").with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        GalleryPack pack = new GalleryPack(server);
        BufferedImage photo = TestPictures.image("sample1.jpg");
        pack.photo("ada.jpg", TestPictures.crop(photo, 0.7, 0.05, 0.95, 0.5));

        GalleryPack.Built built = pack.build("alone", "ada,Ada Example,,,ada.jpg");

        assertThat(built.output()).contains("starting one").containsPattern("people +1\\R");
        assertThat(built.gallery().entries()).containsKey("gallery/people.csv");
        assertThat(built.gallery().entries().keySet())
                .filteredOn(name -> name.endsWith(".f32"))
                .isNotEmpty();
        assertThat(server.script("status").status()).isEqualTo(3);
        assertThat(folders(temporary)).isEmpty();
        assertThat(ServerProcess.withCommandLine(temporary.toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "build",
                "build PEOPLE PHOTOS",
                "build PEOPLE PHOTOS -o",
                "build nowhere.csv PHOTOS -o OUT",
                "build PEOPLE nowhere -o OUT",
                "build PEOPLE PHOTOS -o /nowhere/at/all/x.jar",
                "build PEOPLE PHOTOS -o OUT --id a/b",
                "build PEOPLE PHOTOS -o OUT --version one",
                "build PEOPLE PHOTOS -o OUT --endpoint nonsense",
                "build PEOPLE PHOTOS -o OUT --parallel 0",
                "build PEOPLE PHOTOS -o OUT --dance"
            })
    void nonsenseIsRefusedAtOnce(String arguments) throws Exception {
        Lynceus server = Lynceus.create("gallery-nonsense");
        Path people = Files.writeString(server.data().resolve("people.csv"), "name\nAda Example\n");
        Path photos = Files.createDirectories(server.data().resolve("photos"));
        Files.write(photos.resolve("ada-example.jpg"), TestPictures.flatJpeg(10, 10));
        Path out = server.data().resolve("x.jar");
        String words = ("gallery " + arguments)
                .replace("PEOPLE", people.toString())
                .replace("PHOTOS", photos.toString())
                .replace("OUT", out.toString());

        Command.Result result = server.script(words.split(" "));

        assertThat(result.status()).as(result.output()).isEqualTo(2);
        assertThat(result.output()).startsWith("lynceus: ").contains("--help").doesNotContain("Exception", "\tat ");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id,gender\n1,m\n", "name,id\nAda,1\nBen,1\n", "name\nAda Example\nAda Example\n", "name\nAda\n"
            })
    void aTableThatMakesNoGalleryIsRefused(String table) throws Exception {
        Lynceus server = Lynceus.create("gallery-table");
        Path people = Files.writeString(server.data().resolve("people.csv"), table);
        Path photos = Files.createDirectories(server.data().resolve("photos"));
        Path out = server.data().resolve("x.jar");

        Command.Result result =
                server.script("gallery", "build", people.toString(), photos.toString(), "-o", out.toString());

        assertThat(result.status()).as(result.output()).isEqualTo(1);
        assertThat(result.output().lines())
                .anySatisfy(line -> assertThat(line).startsWith("lynceus: "))
                .noneMatch(line -> line.startsWith("\tat "));
        assertThat(out).doesNotExist();
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        }
    }
}
