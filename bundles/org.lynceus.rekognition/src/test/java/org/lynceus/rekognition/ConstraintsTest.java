package org.lynceus.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {
    private static final Image PICTURE =
            Image.builder().bytes(ByteBuffer.wrap(new byte[] {1})).build();

    @Test
    void aValidRequestViolatesNothing() {
        assertThat(Constraints.check(DetectFacesRequest.builder()
                        .image(PICTURE)
                        .attributes(List.of("ALL", "DEFAULT"))
                        .build()))
                .isEmpty();
    }

    @Test
    void requiredMembers() {
        assertThat(text(DetectFacesRequest.builder().build()))
                .isEqualTo("1 validation error detected: Value null at 'image' failed to satisfy constraint: "
                        + "Member must not be null");
        assertThat(text(CompareFacesRequest.builder().build()))
                .isEqualTo("2 validation errors detected: "
                        + "Value null at 'sourceImage' failed to satisfy constraint: Member must not be null; "
                        + "Value null at 'targetImage' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void picturesOverFiveMegabytes() {
        Image large = Image.builder().bytes(ByteBuffer.allocate(5_242_881)).build();
        assertThat(text(DetectFacesRequest.builder().image(large).build()))
                .isEqualTo("1 validation error detected: Value "
                        + "'java.nio.HeapByteBuffer[pos=0 lim=5242881 cap=5242881]' at 'image.bytes' failed to "
                        + "satisfy constraint: Member must have length less than or equal to 5242880");
        Image legal = Image.builder().bytes(ByteBuffer.allocate(5_242_880)).build();
        assertThat(Constraints.check(DetectFacesRequest.builder().image(legal).build()))
                .isEmpty();
    }

    @Test
    void emptyPictures() {
        Image empty = Image.builder().bytes(ByteBuffer.allocate(0)).build();
        assertThat(text(DetectFacesRequest.builder().image(empty).build()))
                .endsWith("at 'image.bytes' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
    }

    @Test
    void lengthsOfText() {
        assertThat(text(CreateCollectionRequest.builder().collectionId("").build()))
                .isEqualTo("1 validation error detected: Value '' at 'collectionId' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
        assertThat(text(CreateCollectionRequest.builder()
                        .collectionId("a".repeat(256))
                        .build()))
                .contains("Value '" + "a".repeat(256) + "' at")
                .endsWith("Member must have length less than or equal to 255");
    }

    @Test
    void longValuesAreCut() {
        assertThat(text(CreateCollectionRequest.builder()
                        .collectionId("ab".repeat(5_000_000))
                        .build()))
                .contains("Value '" + "ab".repeat(128) + "...' at")
                .hasSizeLessThan(500);
    }

    @Test
    void patternsMatchInFull() {
        assertThat(text(CreateCollectionRequest.builder()
                        .collectionId("my collection")
                        .build()))
                .isEqualTo("1 validation error detected: Value 'my collection' at 'collectionId' failed to satisfy "
                        + "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.\\-]+");
        assertThat(Constraints.check(CreateCollectionRequest.builder()
                        .collectionId("My.Collection_1-x")
                        .build()))
                .isEmpty();
        assertThat(Constraints.check(
                        CreateCollectionRequest.builder().collectionId("a\n").build()))
                .hasSize(1);
    }

    @Test
    void textWithoutMaximumIsMatchedUpToABound() {
        String arn = "arn:aws:sns:us-east-1:123456789012:";
        String role = "arn:aws:iam::123456789012:role/r";
        assertThat(Constraints.check(new NotificationChannel(arn + "t".repeat(4000), role)))
                .isEmpty();
        assertThat(Constraints.check(new NotificationChannel(arn + "t".repeat(5000), role)))
                .extracting(Violation::path)
                .containsExactly("snsTopicArn");
    }

    @Test
    void lengthsCountCodePoints() {
        assertThat(Constraints.check(DetectLabelsSettings.builder()
                        .generalLabels(GeneralLabelsSettings.builder()
                                .labelInclusionFilters(List.of("é".repeat(51)))
                                .build())
                        .build()))
                .extracting(Violation::path)
                .containsExactly("generalLabels.labelInclusionFilters.1.member");
        assertThat(Constraints.check(TagResourceRequest.builder()
                        .resourceArn("arn:aws:rekognition:us-east-1:1:c/c")
                        .tags(Map.of("𠮷".repeat(128), ""))
                        .build()))
                .isEmpty();
    }

    @Test
    void tagsAreCheckedAsAMap() {
        TagResourceRequest request = TagResourceRequest.builder()
                .resourceArn("arn:aws:rekognition:us-east-1:123456789012:collection/c")
                .tags(Map.of("aws:k", "Grüße ok"))
                .build();
        assertThat(text(request))
                .isEqualTo("1 validation error detected: Value '{aws:k=Grüße ok}' at 'tags' failed to satisfy "
                        + "constraint: Map keys must satisfy constraint: [Member must satisfy regular expression "
                        + "pattern: ^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$]");
    }

    @Test
    void enumerationsInListsCountFromOne() {
        assertThat(text(DetectFacesRequest.builder()
                        .image(PICTURE)
                        .attributes(List.of("ALL", "all"))
                        .build()))
                .startsWith("1 validation error detected: Value 'all' at 'attributes.2.member' failed to satisfy "
                        + "constraint: Member must satisfy enum value set: [DEFAULT, ALL, ");
    }

    @Test
    void ranges() {
        assertThat(text(CompareFacesRequest.builder()
                        .sourceImage(PICTURE)
                        .targetImage(PICTURE)
                        .similarityThreshold(100.5f)
                        .build()))
                .isEqualTo("1 validation error detected: Value '100.5' at 'similarityThreshold' failed to satisfy "
                        + "constraint: Member must have value less than or equal to 100");
        assertThat(text(SearchFacesRequest.builder()
                        .collectionId("c")
                        .faceId("0b943592-6e65-3054-8d81-b143018d0f75")
                        .maxFaces(0)
                        .build()))
                .isEqualTo("1 validation error detected: Value '0' at 'maxFaces' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1");
    }

    @Test
    void nestedPaths() {
        Image image =
                Image.builder().s3Object(S3Object.builder().bucket("a").build()).build();
        assertThat(text(DetectFacesRequest.builder().image(image).build()))
                .isEqualTo("1 validation error detected: Value 'a' at 'image.s3Object.bucket' failed to satisfy "
                        + "constraint: Member must have length greater than or equal to 3");
    }

    @Test
    void sizesOfLists() {
        DeleteFacesRequest request = DeleteFacesRequest.builder()
                .collectionId("c")
                .faceIds(List.of())
                .build();
        assertThat(text(request))
                .isEqualTo("1 validation error detected: Value '[]' at 'faceIds' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
    }

    @Test
    void violationsAreBounded() {
        DeleteFacesRequest request = DeleteFacesRequest.builder()
                .collectionId("c")
                .faceIds(Collections.nCopies(1_000_000, "x".repeat(1000)))
                .build();
        assertThat(Constraints.check(request)).hasSize(100);
        assertThat(text(request)).hasSizeLessThan(100_000);
    }

    @Test
    void violationsAreInModelOrder() {
        assertThat(Constraints.check(SearchFacesByImageRequest.builder()
                        .qualityFilter("x")
                        .maxFaces(5000)
                        .collectionId("?")
                        .build()))
                .extracting(Violation::path)
                .containsExactly("collectionId", "image", "maxFaces", "qualityFilter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "a", "::", "arn:aws:sns:", ":123456789012", ":123456789012:\n", "a-", "\n", " "})
    void patternsDoNotExplode(String unit) {
        String bomb = "arn:aws:sns:" + unit.repeat(200_000) + "\n";
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int length : new int[] {20, 60, 1000, 2048, 4096, bomb.length()}) {
                String text = bomb.substring(Math.max(0, bomb.length() - length));
                String head = bomb.substring(0, length - 1) + "\n";
                for (String value : List.of(text, head)) {
                    Constraints.check(new NotificationChannel(value, value));
                    Constraints.check(HumanLoopConfig.builder()
                            .humanLoopName(value)
                            .flowDefinitionArn(value)
                            .build());
                    Constraints.check(DatasetSource.builder().datasetArn(value).build());
                    Constraints.check(ListDatasetEntriesRequest.builder()
                            .containsLabels(List.of(value))
                            .sourceRefContains(value)
                            .datasetArn(value)
                            .build());
                    Constraints.check(TagResourceRequest.builder()
                            .tags(Map.of(value, value))
                            .build());
                    Constraints.check(
                            StartStreamProcessorRequest.builder().name(value).build());
                }
            }
        });
    }

    @Test
    void thereIsNoMessageWithoutViolation() {
        assertThatIllegalArgumentException().isThrownBy(() -> Constraints.message(List.of()));
    }

    private static String text(Record record) {
        return Constraints.message(Constraints.check(record));
    }
}
