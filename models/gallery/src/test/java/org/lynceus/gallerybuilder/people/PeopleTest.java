package org.lynceus.gallerybuilder.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.client.ToolException;

class PeopleTest {
    @TempDir
    private Path folder;

    @Test
    void readsColumnsByNameInAnyOrderAndCase() throws Exception {
        People people = read("Party;NAME;Gender;Id;URL;website;Photos\n"
                + "x; Ben  Luján ;M;7;https://a.org/1 http://b.org|c.org;https://a.org/1;p/1.jpg|p/2.jpg\n");

        assertThat(people.people())
                .containsExactly(new Person(
                        "7",
                        "Ben Luján",
                        "Ben Luján",
                        KnownGender.MALE,
                        List.of("a.org/1", "b.org", "c.org"),
                        List.of("p/1.jpg|p/2.jpg"),
                        List.of("7", "Ben Luján")));
        assertThat(people.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "UTF-16LE,\uFEFF", "UTF-16BE,\uFEFF", "windows-1252,''"})
    void readsWhatSpreadsheetsWrite(String charset, String mark) throws Exception {
        for (String separator : List.of(",", ";", "\t")) {
            String text = mark + "name,gender\r\n\"José, Žofie\",f\r\n,\r\n\r\n";
            byte[] bytes = text.replace(",", separator)
                    .replace("José" + separator, "José,")
                    .getBytes(Charset.forName(charset));

            List<Person> people = read(bytes).people();

            assertThat(people)
                    .extracting(Person::name, Person::gender)
                    .containsExactly(tuple("José, Žofie", KnownGender.FEMALE));
        }
    }

    @Test
    void tellsWhenATextWasTakenForWindows1252() throws Exception {
        assertThat(read("name\nJosé".getBytes(Charset.forName("windows-1252"))).notes())
                .singleElement()
                .asString()
                .contains("read as Windows-1252");
    }

    @Test
    void understandsExcelsLineOfTheSeparator() throws Exception {
        assertThat(read("sep=;\r\nname;x,y,z\r\nAnn;1\r\n").people())
                .extracting(Person::name)
                .containsExactly("Ann");
    }

    @Test
    void keepsNamesInOtherScripts() throws Exception {
        People people = read("name\n김정은\nЖанна Д'Арк\nمحمد\n");

        assertThat(people.people()).extracting(Person::name).containsExactly("김정은", "Жанна Д'Арк", "محمد");
        assertThat(people.people()).extracting(Person::id).allMatch(id -> id.matches("[0-9A-Za-z]{8}"));
    }

    @Test
    void idOfANameIsTheSameHoweverTheNameIsWritten() throws Exception {
        String id = read("name\nZoë Ångström\n").people().get(0).id();

        assertThat(id).isEqualTo("PSkSYshT");
        assertThat(read("name\n  zoe\u0308   A\u030angstro\u0308m\n")
                        .people()
                        .get(0)
                        .id())
                .isEqualTo(id);
        assertThat(read("name\nZoe Angstrom\n").people().get(0).id()).isNotEqualTo(id);
    }

    @Test
    void leavesOutWhatAnIdCannotHoldAndSaysSoOnce() throws Exception {
        People people = read("id,name\nsenate-al,Al\nsenate-bo,Bo\n");

        assertThat(people.people()).extracting(Person::id).containsExactly("senateal", "senatebo");
        assertThat(people.people().get(0).keys()).containsExactly("senate-al", "senateal", "Al");
        assertThat(people.notes()).singleElement().asString().contains("2 ids", "'senate-al' is 'senateal'");
    }

    @Test
    void rowsOfOneIdAndNameAreOnePerson() throws Exception {
        People people = read("id,name,photo,gender,url\n1,Ann,a.jpg,,x.org\n1,Ann,b.jpg,f,y.org\n2,Ann,c.jpg,,\n");

        assertThat(people.people())
                .extracting(Person::label, Person::photos, Person::gender, Person::urls)
                .containsExactly(
                        tuple("Ann (1)", List.of("a.jpg", "b.jpg"), KnownGender.FEMALE, List.of("x.org", "y.org")),
                        tuple("Ann (2)", List.of("c.jpg"), KnownGender.UNLISTED, List.of()));
    }

    @Test
    void notesGendersThatItDoesNotKnow() throws Exception {
        People people = read("name,gender\nAnn,Frau\nBo,Non-Binary\n");

        assertThat(people.people())
                .extracting(Person::gender)
                .containsExactly(KnownGender.UNLISTED, KnownGender.NONBINARY);
        assertThat(people.notes()).singleElement().asString().contains("'Frau'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`vorname,nachname\nA,B`|no column 'name'; its header is: vorname, nachname",
                "`name`|names nobody",
                "`id,name\n1,Ann\n1,Ben`|line 3: the id '1' of 'Ben' is that of 'Ann' already",
                "`id,name\na-b,Ann\nab,Ben`|the id 'ab' of 'Ben' is that of 'Ann'",
                "`name\nAnn\nAnn`|line 3: a second 'Ann' without an id; a column 'id'",
                "`id,name\n--,Ann`|the id '--' has no letter",
                "`id,name\n1,`|line 2: the name is empty",
                "`name,id\nAnn,1,x`|3 cells, but the header has 2",
                "`name\n\"Ann`|cannot be read as CSV",
            })
    void refusesTablesThatAreWrong(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ToolException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void refusesAnEmptyFile(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ToolException.class).hasMessageContaining("no column 'name'");
    }

    @Test
    void refusesASpreadsheetThatIsNoText() {
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("save the table as CSV");
    }

    private People read(String text) throws IOException, ToolException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private People read(byte[] bytes) throws IOException, ToolException {
        return People.read(Files.write(folder.resolve("people.csv"), bytes));
    }
}
