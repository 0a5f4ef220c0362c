package org.lynceus.detector.celebrities.internal.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.KnownGender;
import org.lynceus.detector.celebrities.internal.search.SearchedGallery;

class ContentTest {
    private static final String HEADER = "id,name,gender,urls\n";

    private final TestGallery gallery = TestGallery.of("g", "1.2.0", 3, "e", "f");

    @Test
    void readsAGallery() throws Exception {
        gallery.properties.put("title", "Käthe & co");
        gallery.properties.put("licence", "CC0-1.0");
        gallery.people(
                HEADER + "a1,\"Kollwitz, Käthe\",Female,www.example.org/1 example.org/2\nb,B,Male,\nc,C,Nonbinary,\n",
                3);

        Content content = content();

        GalleryHeader header = content.header();
        assertThat(List.of(header.id(), header.title(), header.version(), header.licence()))
                .containsExactly("g", "Käthe & co", "1.2.0", "CC0-1.0");
        assertThat(header.vectors()).containsOnlyKeys("e", "f");
        assertThat(content.people().list())
                .containsExactly(
                        new Celebrity(
                                "a1",
                                "Kollwitz, Käthe",
                                List.of("www.example.org/1", "example.org/2"),
                                KnownGender.FEMALE),
                        new Celebrity("b", "B", List.of(), KnownGender.MALE),
                        new Celebrity("c", "C", List.of(), KnownGender.NONBINARY));
        SearchedGallery searched = content.vectors("f");
        assertThat(searched.people()).isEqualTo(content.people().list());
        assertThat(searched.index().vector(0)).containsExactly(1, 0);
    }

    @Test
    void aLicenceNeedNotBeTold() throws Exception {
        assertThat(content().header().licence()).isEqualTo("not stated");
    }

    @Test
    void vectorsAreScaledToLengthOne() throws Exception {
        gallery.vectors("e", 2, 0.9995f, 0, 0, 1.0005f, 1, 0);

        assertThat(content().vectors("e").index().vector(0)).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format||'format' is missing",
                "format|2|its format is '2', and only 1 is known",
                "format|10|'format' has more than 1 characters",
                "id|-g|'id' is made of letters, digits, dots and hyphens, at most 64",
                "id|../g|'id' is made of letters, digits, dots and hyphens, at most 64",
                "title||'title' is missing",
                "version|new|its version is 'new', not a version such as 1.2.0",
                "people|0|'people' is not a number from 1 to 1000000",
                "people|1000001|'people' is not a number from 1 to 1000000",
                "people|three|'people' is not a number from 1 to 1000000",
                "people.sha256|abc|'people.sha256' is made of 64 hexadecimal digits",
                "encoders||'encoders' is missing",
                "encoders|e,e|it names the encoder e twice",
                "encoders|e,,f|'' is not the version of an encoder",
                "encoders|../e|'../e' is not the version of an encoder",
                "encoders|e,x|'x.dimension' is missing",
                "e.dimension|8193|'e.dimension' is not a number from 1 to 8192",
                "e.sha256||'e.sha256' is missing"
            })
    void refusesAHeader(String key, String value, String message) {
        gallery.properties.put(key, value == null ? "" : value);

        refused("gallery/gallery.properties: " + message);
    }

    @Test
    void refusesAHeaderThatIsNoHeader() {
        gallery.files.put(HeaderReader.FILE, "id = \\u00zz".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::content).isInstanceOf(GalleryException.class);

        gallery.files.put(HeaderReader.FILE, new byte[(1 << 20) + 1]);
        refused("gallery/gallery.properties: has more than 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,name/a,A|its header is not id,name,gender,urls",
                "|its header is not id,name,gender,urls",
                "@a,A,Male,/a,B,Male,/c,C,Male,/|row 3: the id a is there twice",
                "@a,A,male,/|row 2: the gender is none of Male, Female, Nonbinary and Unlisted",
                "@a,A,Male/|row 2: 3 cells instead of 4",
                "@a-b,A,Male,/|row 2: An id is made of letters and digits, not 'a-b'",
                "@a, ,Male,/|row 2: The person a has no name",
                "@a,A,Male,//b,B,Male,/|row 3: 1 cells instead of 4",
                "@a,A,Male,/b,B,Male,/|holds 2 people instead of 3",
                "@a,A,Male,/b,B,Male,/c,C,Male,/d,D,Male,/|holds more than 3 people",
                "@a,\"A,Male,/|row 2: a quotation mark is not closed"
            })
    void refusesPeople(String csv, String message) {
        gallery.people(csv == null ? "" : csv.replace("@", HEADER).replace('/', '\n'), 3);

        refused("gallery/people.csv: " + message);
    }

    @Test
    void refusesPeopleThatAreNotThoseOfTheHeader() {
        String sha256 = gallery.properties.get("people.sha256");
        gallery.people(HEADER + "a,A,Male,\nb,B,Male,\nc,C,Male,\n", 3);
        String found = gallery.properties.put("people.sha256", sha256);
        refused("gallery/people.csv: its SHA-256 is " + found + ", and the gallery says " + sha256);

        gallery.files.remove(PeopleReader.FILE);
        refused("gallery/people.csv: there is no such file");
    }

    @Test
    void refusesPeopleInAnotherEncoding() {
        gallery.files.put(PeopleReader.FILE, (HEADER + "a,Käthe,Female,\n").getBytes(StandardCharsets.ISO_8859_1));

        refused("gallery/people.csv: is not UTF-8");
    }

    @Test
    void refusesPeopleWhoTakeTooMuchMemory() throws Exception {
        long bytes = content().people().bytes();

        assertThat(Content.read(gallery.source(1, 1), bytes).people().bytes()).isEqualTo(bytes);
        assertThatThrownBy(() -> Content.read(gallery.source(1, 1), bytes - 1))
                .isInstanceOf(GalleryException.class)
                .hasMessage("gallery/people.csv: takes more memory than max.megabytes leaves");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 0, 0.998f, 1.002f, Float.MAX_VALUE})
    void refusesAVectorThatIsNotOfLengthOne(float number) {
        gallery.vectors("e", 2, 1, 0, number, 0, 0, 1);

        damaged("vector 2 does not have length 1");
    }

    @Test
    void refusesAFileOfAnotherLength() {
        gallery.vectors("e", 2, 1, 0, 0, 1, 1);
        damaged("is shorter than the gallery says");

        gallery.vectors("e", 2, 1, 0, 0, 1, 1, 0, 1, 0);
        damaged("is longer than the gallery says");

        gallery.files.remove("gallery/vectors/e.f32");
        damaged("there is no such file");
    }

    @Test
    void refusesVectorsThatAreNotThoseOfTheHeader() {
        String sha256 = gallery.properties.get("e.sha256");
        gallery.vectors("e", 2, 0, 1, 0, 1, 1, 0);
        String found = gallery.properties.put("e.sha256", sha256);

        damaged("its SHA-256 is " + found + ", and the gallery says " + sha256);
    }

    @Test
    void vectorsOfAnotherContentAreNotTaken() throws Exception {
        Content content = content();
        gallery.properties.put("version", "2");

        assertThatThrownBy(() -> content.vectors("e"))
                .hasMessage("gallery/gallery.properties: the bundle has another content by now");
    }

    @Test
    void theFirstInstalledEncoderThatFitsIsTheBest() throws Exception {
        GalleryHeader header = content().header();
        Map<String, Integer> encoders = new LinkedHashMap<String, Integer>();
        Arrays.asList("x", "f", "e").forEach(version -> encoders.put(version, 2));

        assertThat(header.best(encoders, Set.of())).contains("f");
        assertThat(header.best(encoders, Set.of("f"))).contains("e");
        encoders.put("f", 3);
        assertThat(header.best(encoders, Set.of("e"))).isEmpty();
    }

    private Content content() throws GalleryException, IOException {
        return Content.read(gallery.source(1, 1), Long.MAX_VALUE);
    }

    private void refused(String message) {
        assertThatThrownBy(this::content).isInstanceOf(GalleryException.class).hasMessage(message);
    }

    private void damaged(String message) {
        assertThatThrownBy(() -> content().vectors("e"))
                .isInstanceOf(GalleryException.class)
                .hasMessage("gallery/vectors/e.f32: " + message);
    }
}
