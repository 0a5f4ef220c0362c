package org.lynceus.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireJsonTest {

    @ParameterizedTest
    @CsvSource({
        "99.53411, 99.53411102294922",
        "2.6576963E-4, 2.657696313690394E-4",
        "30, 30.0",
        "0, 0.0",
        "-10.794975, -10.794975280761719",
        "0.020195071, 0.020195070654153824",
    })
    void writesFloatsAsTheDoubleOfTheSameValue(float value, String written) {
        assertThat(text(Landmark.builder().x(value).build())).isEqualTo("{\"X\":" + written + "}");
    }

    @Test
    void refusesToWriteFloatsThatAreNotFinite() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Record record = Landmark.builder().x(value).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WireJson.write(record))
                    .withMessageContaining("not finite");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2019-09-25T20:40:28.274Z, 1.569444028274E9",
        "2026-01-01T00:00:00Z, 1.7672256E9",
        "1970-01-01T00:00:00Z, 0.0",
        "1969-12-31T23:59:59.500Z, -0.5",
        "2026-01-01T00:00:00.123456Z, 1.767225600123456E9",
    })
    void timestampsAreSecondsWithAFraction(Instant instant, String written) throws WireFormatException {
        DescribeCollectionResponse response =
                DescribeCollectionResponse.builder().creationTimestamp(instant).build();
        assertThat(text(response)).isEqualTo("{\"CreationTimestamp\":" + written + "}");
        assertThat(WireJson.read(WireJson.write(response), DescribeCollectionResponse.class))
                .isEqualTo(response);
    }

    @Test
    void readsTimestampsWithoutFraction() throws WireFormatException {
        assertThat(read("{\"CreationTimestamp\":1569444828}", DescribeCollectionResponse.class)
                        .creationTimestamp())
                .isEqualTo(Instant.ofEpochSecond(1569444828));
    }

    @Test
    void emptyListsAreWrittenAndAbsentMembersLeftOut() {
        assertThat(text(CompareFacesResponse.builder().unmatchedFaces(List.of()).build()))
                .isEqualTo("{\"UnmatchedFaces\":[]}");
        assertThat(text(CompareFacesResponse.builder().build())).isEqualTo("{}");
    }

    @Test
    void absentDiffersFromEmptyWhenRead() throws WireFormatException {
        assertThat(read("{\"UnmatchedFaces\":[]}", CompareFacesResponse.class).unmatchedFaces())
                .isEmpty();
        assertThat(read("{}", CompareFacesResponse.class).unmatchedFaces()).isNull();
        assertThat(read("{\"UnmatchedFaces\":null}", CompareFacesResponse.class).unmatchedFaces())
                .isNull();
    }

    @Test
    void textIsRawUtf8() {
        assertThat(text(Label.builder().name("Trade™ ä漢 😀 \"q\" \\ / \n").build()))
                .isEqualTo("{\"Name\":\"Trade™ ä漢 😀 \\\"q\\\" \\\\ / \\n\"}");
    }

    @Test
    void membersAreInModelOrderAndCompact() {
        assertThat(text(BoundingBox.builder()
                        .top(0.5f)
                        .left(0.25f)
                        .height(1f)
                        .width(2f)
                        .build()))
                .isEqualTo("{\"Width\":2.0,\"Height\":1.0,\"Left\":0.25,\"Top\":0.5}");
    }

    @Test
    void unknownMembersAreIgnored() throws WireFormatException {
        String body = "{\"New\":{\"a\":[1,{\"b\":null}]},\"CollectionId\":\"c\",\"Other\":[[[]]],\"x\":\"\\ud83d\"}";
        assertThat(read(body, CreateCollectionRequest.class))
                .isEqualTo(CreateCollectionRequest.builder().collectionId("c").build());
    }

    @Test
    void theLastOfEqualMembersCounts() throws WireFormatException {
        assertThat(read("{\"CollectionId\":\"a\",\"CollectionId\":\"b\"}", CreateCollectionRequest.class)
                        .collectionId())
                .isEqualTo("b");
    }

    @Test
    void anEmptyBodyIsARecordWithoutMembers() throws WireFormatException, IOException {
        ListCollectionsRequest none = ListCollectionsRequest.builder().build();
        assertThat(WireJson.read(new byte[0], ListCollectionsRequest.class)).isEqualTo(none);
        assertThat(read(" \r\n", ListCollectionsRequest.class)).isEqualTo(none);
        assertThat(WireJson.read(new ByteArrayInputStream(new byte[0]), ListCollectionsRequest.class))
                .isEqualTo(none);
    }

    @Test
    void namesMayBeEscaped() throws WireFormatException {
        assertThat(read("{\"T\\u0061gs\":{\"\\ud842\\udfb7\":\"x\"}}", TagResourceRequest.class)
                        .tags())
                .containsExactly(Map.entry("𠮷", "x"));
    }

    @Test
    void mapsKeepTheirOrder() throws WireFormatException {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String key : List.of("z", "ä", "b", "a")) {
            tags.put(key, key + key);
        }
        TagResourceRequest request = TagResourceRequest.builder().tags(tags).build();
        assertThat(text(request)).isEqualTo("{\"Tags\":{\"z\":\"zz\",\"ä\":\"ää\",\"b\":\"bb\",\"a\":\"aa\"}}");
        assertThat(read(text(request), TagResourceRequest.class).tags().keySet())
                .containsExactly("z", "ä", "b", "a");
    }

    @Test
    void blobsAreBase64OfAnyLengthFromArraysAndStreams() throws WireFormatException, IOException {
        Random random = new Random(7);
        for (int size : new int[] {0, 1, 2, 3, 57, 1000, 70_000, 300_001}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            byte[] body = ("{\"Bytes\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            Image image = Image.builder().bytes(ByteBuffer.wrap(bytes)).build();
            assertThat(WireJson.read(body, Image.class)).isEqualTo(image);
            assertThat(WireJson.read(new ByteArrayInputStream(body), Image.class))
                    .isEqualTo(image);
            assertThat(WireJson.write(image)).isEqualTo(body);
        }
    }

    @Test
    void base64MayContainEscapedSlashes() throws WireFormatException {
        assertThat(read("{\"Bytes\":\"\\/\\/79\"}", Image.class).bytes())
                .isEqualTo(ByteBuffer.wrap(new byte[] {-1, -2, -3}));
    }

    @Test
    void blobsAreFoundBehindAByteOrderMarkToo() throws WireFormatException {
        assertThat(read("\uFEFF{\"Bytes\": \"AQID\"}", Image.class).bytes())
                .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }

    @Test
    void directAndSlicedBlobsAreWrittenFromTheirPosition() {
        ByteBuffer direct = ByteBuffer.allocateDirect(5).put(new byte[] {9, 1, 2, 3, 9});
        direct.position(1).limit(4);
        ByteBuffer heap = ByteBuffer.wrap(new byte[] {9, 9, 1, 2, 3, 9}, 1, 4).slice();
        heap.position(1);
        for (ByteBuffer bytes : List.of(direct, heap)) {
            assertThat(text(Image.builder().bytes(bytes).build())).isEqualTo("{\"Bytes\":\"AQID\"}");
        }
    }

    @Test
    void aBlobIsSharedButItsPositionIsNot() {
        byte[] bytes = {1, 2, 3};
        Image image = Image.builder().bytes(ByteBuffer.wrap(bytes)).build();
        image.bytes().get();
        assertThat(image.bytes().remaining()).isEqualTo(3);
        assertThat(image.bytes().array()).isSameAs(bytes);
    }

    @Test
    void writesToAStreamWithoutClosingIt() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        WireJson.write(DeleteCollectionResponse.builder().statusCode(200).build(), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"StatusCode\":200}");
        assertThat(closed[0]).isFalse();
    }

    @Test
    void refusesRecordsThatAreNoWireRecords() {
        record Label(String name) {}
        assertThatIllegalArgumentException().isThrownBy(() -> WireJson.write(new Label("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> WireJson.read(new byte[0], Label.class));
    }

    @Test
    void refusesToWriteHalfSurrogatePairs() {
        Record record = Label.builder().name("a\ud83d").build();
        assertThatIllegalArgumentException().isThrownBy(() -> WireJson.write(record));
    }

    private static String text(Record record) {
        return new String(WireJson.write(record), StandardCharsets.UTF_8);
    }

    private static <T extends Record> T read(String body, Class<T> type) throws WireFormatException {
        return WireJson.read(body.getBytes(StandardCharsets.UTF_8), type);
    }
}
