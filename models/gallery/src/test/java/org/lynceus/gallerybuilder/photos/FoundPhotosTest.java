package org.lynceus.gallerybuilder.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.people.People;

class FoundPhotosTest {
    @TempDir
    private Path folder;

    private Path photos;

    @BeforeEach
    void prepare() throws IOException {
        photos = Files.createDirectory(folder.resolve("photos"));
    }

    @Test
    void findsNamedFilesInTheFolderBesideTheTableAndByTheirNamesAlone() throws Exception {
        files("photos/a.jpg", "photos/u21/b.JPG", "other/c.png", "photos/u21/d.jpg");

        FoundPhotos found = find("name,photo", "Ann,a.jpg", "Ben,B.jpg", "Cid,other/c.png", "Dan,C:\\pictures\\D.jpg");

        assertThat(labels(found)).containsExactly("Ann: a.jpg", "Ben: u21/b.JPG", "Cid: other/c.png", "Dan: u21/d.jpg");
        assertThat(found.photos()).allMatch(photo -> Files.isRegularFile(photo.path()));
        assertThat(found.findings()).isEmpty();
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void splitsACellOfSeveralFilesButNotAFileName() throws Exception {
        files("photos/a.jpg", "photos/b.jpg", "photos/c;d.jpg");

        assertThat(labels(find("name,photos", "Ann,a.jpg | b.jpg", "Ben,c;d.jpg")))
                .containsExactly("Ann: a.jpg", "Ann: b.jpg", "Ben: c;d.jpg");
    }

    @Test
    void tellsOfNamedFilesThatAreNotThereOrNotCertain() throws Exception {
        files("photos/x/a.jpg", "photos/y/a.jpg");

        assertThat(find("name,photo", "Ann,a.jpg", "Ben,nul?<>.jpg", "Cid,gone.jpg")
                        .findings())
                .extracting(Finding::person, Finding::what)
                .containsExactly(
                        tuple("Ann", "2 files of that name"),
                        tuple("Ben", "no such file"),
                        tuple("Cid", "no such file"));
    }

    @Test
    void findsFilesAndFoldersByIdOrName() throws Exception {
        files(
                "photos/7/one.jpg",
                "photos/7/deep/two.png",
                "photos/JOSÉ LUJÁN.jpeg",
                "photos/jose-lujan_2.jpg",
                "photos/first team/o'neil.away (2).jpg",
                "photos/.jose lujan 3.jpg",
                "photos/__MACOSX/jose lujan 4.jpg",
                "photos/7/notes.txt");

        FoundPhotos found = find("id,name", "7,Ann", "x-9,José Luján", "8,O'Neil");

        assertThat(labels(found))
                .containsExactly(
                        "Ann: 7/deep/two.png",
                        "Ann: 7/one.jpg",
                        "José Luján: JOSÉ LUJÁN.jpeg",
                        "José Luján: jose-lujan_2.jpg",
                        "O'Neil: first team/o'neil.away (2).jpg");
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void longestFittingNameCounts() throws Exception {
        files("photos/ann lee.jpg", "photos/ann lee smith 1.jpg", "photos/ann leeds.jpg", "photos/annlee.jpg");

        FoundPhotos found = find("name", "Ann Lee", "Ann Lee Smith");

        assertThat(labels(found)).containsExactly("Ann Lee: ann lee.jpg", "Ann Lee Smith: ann lee smith 1.jpg");
        assertThat(found.notes()).singleElement().isEqualTo("2 pictures belong to nobody: ann leeds.jpg, annlee.jpg");
    }

    @Test
    void pictureThatFitsSeveralPeopleIsNobodys() throws Exception {
        files("photos/ann.jpg", "photos/1.jpg");

        FoundPhotos found = find("id,name", "1,Ann", "2,Ann");

        assertThat(labels(found)).containsExactly("Ann (1): 1.jpg");
        assertThat(found.findings())
                .extracting(Finding::person, Finding::photo, Finding::what)
                .containsExactly(
                        tuple("Ann (1)", "ann.jpg", "fits 2 people of that name; name the file after the id"),
                        tuple("Ann (2)", "ann.jpg", "fits 2 people of that name; name the file after the id"));
    }

    @Test
    void tellsWhoHasNoPhotoAndWhichPicturesCannotBeRead() throws Exception {
        files("photos/ann.heic");

        assertThat(find("name", "Ann", "Ben").findings())
                .extracting(Finding::person, Finding::what)
                .containsExactly(
                        tuple("Ann", "neither JPEG nor PNG; convert it first"), tuple("Ben", "no photo found"));
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private FoundPhotos find(String... lines) throws Exception {
        Path table = Files.write(folder.resolve("people.csv"), List.of(lines));
        return FoundPhotos.of(People.read(table).people(), table, photos);
    }

    private static List<String> labels(FoundPhotos found) {
        return found.photos().stream()
                .map(photo -> photo.person().label() + ": " + photo.label())
                .toList();
    }
}
