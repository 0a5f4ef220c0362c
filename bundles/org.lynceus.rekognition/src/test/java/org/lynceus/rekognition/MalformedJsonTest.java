package org.lynceus.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedJsonTest {
    private static final int MUTANTS = 20_000;
    private static final List<String> SPLINTERS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "1e999",
            "-",
            "0x1",
            "NaN",
            "\\ud83d",
            "\\u00zz",
            "999999999999999999999999",
            "{}",
            "[]",
            "[[[[",
            "\u0000",
            "\uFEFF",
            "1E-99999",
            "\"Image\":",
            "/*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "1",
                "\"a\"",
                "true",
                "{",
                "{\"MaxFaces\":",
                "{\"MaxFaces\":1",
                "{\"MaxFaces\":1,}",
                "{\"MaxFaces\" 1}",
                "{'MaxFaces':1}",
                "{MaxFaces:1}",
                "{}x",
                "{} {}",
                "{},",
                "}",
                "{\"MaxFaces\":01}",
                "{\"MaxFaces\":.5}",
                "{\"MaxFaces\":+1}",
                "{\"x\":NaN}",
                "{\"x\":nul}",
                "{\"x\":\"\\x\"}",
                "{\"x\":\"a\nb\"}",
                "{/*c*/}",
                "\u0000",
                "{\"x\":[1,2}",
                "{\"x\":\"abc",
            })
    void malformedBodies(String body) {
        assertRefused(body.getBytes(StandardCharsets.UTF_8), SearchFacesByImageRequest.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"MaxFaces\":\"1\"}              | expected an integer at /MaxFaces",
                "{\"MaxFaces\":1.5}                | expected an integer at /MaxFaces",
                "{\"MaxFaces\":1.0}                | expected an integer at /MaxFaces",
                "{\"MaxFaces\":2147483648}         | a number out of range at /MaxFaces",
                "{\"MaxFaces\":true}               | expected an integer at /MaxFaces",
                "{\"FaceMatchThreshold\":\"80\"}   | expected a number at /FaceMatchThreshold",
                "{\"FaceMatchThreshold\":1e39}     | a number out of range at /FaceMatchThreshold",
                "{\"FaceMatchThreshold\":{}}       | expected a number at /FaceMatchThreshold",
                "{\"CollectionId\":1}              | expected a string at /CollectionId",
                "{\"CollectionId\":[\"a\"]}        | expected a string at /CollectionId",
                "{\"CollectionId\":\"\\ud83d\"}    | text is not well-formed Unicode at /CollectionId",
                "{\"Image\":\"a\"}                 | expected an object at /Image",
                "{\"Image\":[]}                    | expected an object at /Image",
                "{\"Image\":{\"Bytes\":1}}         | expected a base64 string at /Image/Bytes",
                "{\"Image\":{\"Bytes\":\"AQI\"}}   | invalid base64 at /Image/Bytes",
                "{\"Image\":{\"Bytes\":\"A?==\"}}  | invalid base64 at /Image/Bytes",
                "{\"Image\":{\"Bytes\":\"AQ==AQ==\"}} | invalid base64 at /Image/Bytes",
                "{\"Image\":{\"S3Object\":{\"Bucket\":7}}} | expected a string at /Image/S3Object/Bucket",
                "[]                                | expected an object at the top",
            })
    void wrongTypesNameThePlace(String body, String message) {
        assertThatThrownBy(() -> WireJson.read(body.getBytes(StandardCharsets.UTF_8), SearchFacesByImageRequest.class))
                .isInstanceOf(WireFormatException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Attributes\":[\"ALL\",null]} | null is not allowed here at /Attributes/1",
                "{\"Attributes\":[1]}            | expected a string at /Attributes/0",
                "{\"Attributes\":\"ALL\"}        | expected an array at /Attributes",
                "{\"Attributes\":{}}             | expected an array at /Attributes",
            })
    void wrongElementsNameTheirIndex(String body, String message) {
        assertThatThrownBy(() -> WireJson.read(body.getBytes(StandardCharsets.UTF_8), DetectFacesRequest.class))
                .isInstanceOf(WireFormatException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e17", "\"2020-01-01T00:00:00Z\"", "true", "1e-400x"})
    void impossibleTimestamps(String value) {
        assertRefused(
                ("{\"CreationTimestamp\":" + value + "}").getBytes(StandardCharsets.UTF_8),
                DescribeCollectionResponse.class);
    }

    @Test
    void tagsMustBeStrings() {
        for (String tags : List.of("[]", "{\"a\":1}", "{\"a\":null}", "{\"\\ud83d\":\"b\"}")) {
            assertRefused(("{\"Tags\":" + tags + "}").getBytes(StandardCharsets.UTF_8), TagResourceRequest.class);
        }
    }

    @Test
    void brokenUtf8() {
        byte[] body = "{\"CollectionId\":\"a?b\"}".getBytes(StandardCharsets.UTF_8);
        body[18] = (byte) 0xff;
        assertRefused(body, CreateCollectionRequest.class);
    }

    @Test
    void absurdSizesAreRefusedQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertRefused(repeated("{\"x\":", "[", 5_000_000), ListCollectionsRequest.class);
            assertRefused(repeated("", "{\"x\":", 1_000_000), ListCollectionsRequest.class);
            assertRefused(repeated("{\"FaceIds\":[\"\"", ",\"\"", 4_000_000), DeleteFacesRequest.class);
            assertRefused(repeated("{\"MaxResults\":", "9", 5_000_000), ListCollectionsRequest.class);
            assertRefused(repeated("{\"", "n", 5_000_000), ListCollectionsRequest.class);
            assertRefused(repeated("{\"NextToken\":\"", "n", 40_000_000), ListCollectionsRequest.class);
        });
    }

    @Test
    void listsAreBounded() throws WireFormatException {
        String body = "{\"FaceIds\":[\"\"" + ",\"\"".repeat(249_999) + "]}";
        assertThat(WireJson.read(body.getBytes(StandardCharsets.UTF_8), DeleteFacesRequest.class)
                        .faceIds())
                .hasSize(250_000);
        byte[] longer = body.replace("]", ",\"\"]").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WireJson.read(longer, DeleteFacesRequest.class))
                .isInstanceOf(WireFormatException.class)
                .hasMessage("too many elements at /FaceIds/250000");
    }

    @Test
    void messagesAreShortAndDoNotRepeatTheBody() {
        String secret = "s3cr3t".repeat(1000);
        for (String body : List.of(
                "{\"CollectionId\":" + secret + "}",
                "{\"CollectionId\":\"" + secret,
                "{\"Image\":{\"Bytes\":\"" + secret + "?\"}}")) {
            assertThatThrownBy(
                            () -> WireJson.read(body.getBytes(StandardCharsets.UTF_8), SearchFacesByImageRequest.class))
                    .isInstanceOf(WireFormatException.class)
                    .message()
                    .hasSizeLessThan(300)
                    .doesNotContain("s3cr3t");
        }
    }

    @Test
    void controlCharactersOfNamesStayOutOfMessages() {
        byte[] body = "{\"Tags\":{\"a\\nb\":1}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WireJson.read(body, TagResourceRequest.class))
                .hasMessage("expected a string at /Tags/a?b");
    }

    @Test
    void aStreamThatFailsIsNotABadBody() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> WireJson.read(broken, ListCollectionsRequest.class))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    @Test
    void mutatedBodiesAreReadOrRefused() throws WireFormatException {
        Random random = new Random(42);
        RandomRecords records = new RandomRecords(42, 0.8);
        List<OperationModel<? extends Record, ? extends Record>> operations = Operations.all();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            OperationModel<?, ?> operation = operations.get(i % operations.size());
            Class<? extends Record> type = i % 2 == 0 ? operation.input() : operation.output();
            byte[] mutant = mutate(WireJson.write(records.next(type)), random);
            Record record;
            try {
                record = WireJson.read(mutant, type);
            } catch (WireFormatException e) {
                assertThat(e).hasMessageContaining(" at ").message().hasSizeLessThan(300);
                refused++;
                continue;
            }
            Constraints.check(record);
            assertThat(WireJson.read(WireJson.write(record), type)).isEqualTo(record);
        }
        assertThat(refused).isBetween(MUTANTS / 4, MUTANTS * 9 / 10);
    }

    private static byte[] mutate(byte[] body, Random random) {
        byte[] mutant = body;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(mutant.length + 1);
            int to = Math.min(mutant.length, at + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> {
                    mutant = mutant.clone();
                    if (at < mutant.length) {
                        mutant[at] ^= (byte) (1 << random.nextInt(8));
                    }
                }
                case 1 -> mutant = splice(mutant, at, new byte[0], to);
                case 2 -> mutant = splice(mutant, to, Arrays.copyOfRange(mutant, at, to), to);
                case 3 -> {
                    String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
                    mutant = splice(mutant, at, splinter.getBytes(StandardCharsets.UTF_8), at);
                }
                default -> mutant = random.nextInt(8) == 0 ? Arrays.copyOf(mutant, at) : mutant;
            }
        }
        return mutant;
    }

    private static byte[] splice(byte[] body, int from, byte[] inserted, int to) {
        byte[] result = Arrays.copyOf(body, from + inserted.length + body.length - to);
        System.arraycopy(inserted, 0, result, from, inserted.length);
        System.arraycopy(body, to, result, from + inserted.length, body.length - to);
        return result;
    }

    private static byte[] repeated(String start, String unit, int times) {
        return (start + unit.repeat(times)).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(byte[] body, Class<? extends Record> type) {
        List<Throwable> thrown = new ArrayList<>();
        for (boolean stream : new boolean[] {false, true}) {
            try {
                Record record =
                        stream ? WireJson.read(new ByteArrayInputStream(body), type) : WireJson.read(body, type);
                thrown.add(new AssertionError("was read as " + record));
            } catch (IOException | WireFormatException e) {
                thrown.add(e);
            }
        }
        assertThat(thrown).allSatisfy(t -> assertThat(t).isInstanceOf(WireFormatException.class));
    }
}
