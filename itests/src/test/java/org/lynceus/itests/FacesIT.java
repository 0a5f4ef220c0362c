package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.CompareFacesMatch;
import software.amazon.awssdk.services.rekognition.model.CompareFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DetectFacesRequest;
import software.amazon.awssdk.services.rekognition.model.DetectFacesResponse;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.LandmarkType;
import software.amazon.awssdk.services.rekognition.model.OrientationCorrection;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

/** DetectFaces and CompareFaces through the AWS SDK. */
@ExtendWith(RunningLynceus.class)
class FacesIT {
    private static Lynceus server;
    private static RekognitionClient client;

    @BeforeAll
    static void connect(Lynceus running) {
        server = running;
        client = SdkClients.rekognition(server.endpoint());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sample1.jpg, 3",
        "sample2.jpg, 3",
        "sample3.jpg, 3",
        "sample4.jpg, 4",
        "sample5.jpg, 5",
        "sample6.jpg, 4"
    })
    void everyFaceIsFound(String name, int faces) {
        assertThat(detect(photo(name)).faceDetails()).hasSize(faces);
    }

    @ParameterizedTest
    @CsvSource({"cat1.png", "cosmic.png"})
    void whatIsNoFaceIsNotReported(String name) {
        DetectFacesResponse response = detect(picture(TestPictures.bytes(name)));

        assertThat(response.hasFaceDetails()).isTrue();
        assertThat(response.faceDetails()).isEmpty();
    }

    @Test
    void aFaceHasTheDefaultFieldsAndNoMore() {
        DetectFacesResponse response = detect(photo("sample1.jpg"));

        assertThat(response.orientationCorrection()).isEqualTo(OrientationCorrection.ROTATE_0);
        assertThat(response.responseMetadata().requestId()).matches("[0-9a-f-]{36}");
        assertThat(response.faceDetails()).allSatisfy(face -> {
            assertThat(face.confidence()).isBetween(50f, 100f);
            assertInside(face.boundingBox());
            assertThat(face.landmarks())
                    .extracting(landmark -> landmark.type())
                    .containsExactly(
                            LandmarkType.EYE_LEFT,
                            LandmarkType.EYE_RIGHT,
                            LandmarkType.MOUTH_LEFT,
                            LandmarkType.MOUTH_RIGHT,
                            LandmarkType.NOSE);
            assertThat(face.landmarks()).allSatisfy(landmark -> {
                assertThat(landmark.x())
                        .isBetween(left(face), left(face) + face.boundingBox().width());
                assertThat(landmark.y())
                        .isBetween(
                                face.boundingBox().top(),
                                face.boundingBox().top() + face.boundingBox().height());
            });
            assertThat(face.landmarks().get(0).x())
                    .isLessThan(face.landmarks().get(1).x());
            assertThat(face.landmarks().get(0).y())
                    .isLessThan(face.landmarks().get(2).y());
            assertThat(Stream.of(
                            face.pose().roll(), face.pose().yaw(), face.pose().pitch()))
                    .allSatisfy(angle -> assertThat(angle).isBetween(-60f, 60f));
            assertThat(face.quality().brightness()).isBetween(1f, 100f);
            assertThat(face.quality().sharpness()).isBetween(1f, 100f);
            assertThat(face.ageRange()).isNull();
            assertThat(face.gender()).isNull();
            assertThat(face.smile()).isNull();
            assertThat(face.hasEmotions()).isFalse();
            assertThat(face.faceOccluded()).isNull();
            assertThat(face.eyeDirection()).isNull();
        });
    }

    @Test
    void facesComeLargestFirst() {
        for (String name : List.of("sample1.jpg", "sample4.jpg", "sample5.jpg")) {
            assertThat(detect(photo(name)).faceDetails())
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(FacesIT::area).reversed());
        }
    }

    @Test
    void aStoredPictureIsTheSameAsItsBytes() throws Exception {
        server.store("photos", "2024/june/one photo.jpg", TestPictures.bytes("sample1.jpg"));

        DetectFacesResponse stored = detect(stored("photos", "2024/june/one photo.jpg"));

        assertThat(stored.faceDetails()).isEqualTo(detect(photo("sample1.jpg")).faceDetails());
    }

    @ParameterizedTest
    @CsvSource({"photos, missing.jpg", "missing, photo.jpg", "photos, ../../run/pid", "photos, .", "photos, /etc/passwd"
    })
    void aStoredPictureThatIsNotThereIsRefused(String bucket, String key) {
        assertThatThrownBy(() -> detect(stored(bucket, key)))
                .isInstanceOfSatisfying(
                        InvalidS3ObjectException.class,
                        refused -> assertError(
                                refused,
                                "InvalidS3ObjectException",
                                "Unable to get object metadata from S3. Check object key, region and/or access permissions."));
    }

    @Test
    void aStoredPictureMayBeLargerThanBytesInTheRequestButNotAsLargeAsItLikes() throws Exception {
        byte[] photo = TestPictures.bytes("sample1.jpg");
        server.store("photos", "fifteen", TestPictures.padded(photo, 15 * 1024 * 1024));
        server.store("photos", "more", TestPictures.padded(photo, 15 * 1024 * 1024 + 1));

        assertThat(detect(stored("photos", "fifteen")).faceDetails()).hasSize(3);
        assertThatThrownBy(() -> detect(stored("photos", "more")))
                .isInstanceOfSatisfying(
                        ImageTooLargeException.class,
                        refused -> assertError(refused, "ImageTooLargeException", "Image size is too large"));
    }

    @Test
    void thePictureIsBytesOrAStoredObject() {
        assertThatThrownBy(() -> detect(Image.builder().build()))
                .isInstanceOfSatisfying(InvalidParameterException.class, FacesIT::assertBytesOrObject);
        assertThatThrownBy(() -> detect(photo("sample1.jpg").toBuilder()
                        .s3Object(o -> o.bucket("photos").name("x"))
                        .build()))
                .isInstanceOfSatisfying(InvalidParameterException.class, FacesIT::assertBytesOrObject);
    }

    @Test
    void errorsReachTheSdkAsItsOwnExceptions() {
        assertThatThrownBy(() -> detect(picture("GIF89a no picture".getBytes())))
                .isInstanceOfSatisfying(
                        InvalidImageFormatException.class,
                        refused -> assertError(
                                refused, "InvalidImageFormatException", "Request has invalid image format"));
        assertThatThrownBy(() -> detect(picture(TestPictures.png(TestPictures.plain(79, 80)))))
                .isInstanceOfSatisfying(InvalidParameterException.class, FacesIT::assertInvalidParameters);
        assertThatThrownBy(() -> client.detectFaces(DetectFacesRequest.builder().build()))
                .isInstanceOfSatisfying(RekognitionException.class, refused -> {
                    assertError(
                            refused,
                            "ValidationException",
                            "1 validation error detected: Value null at 'image' failed to satisfy constraint: Member must"
                                    + " not be null");
                });
        assertThatThrownBy(() -> client.listCollections())
                .isInstanceOfSatisfying(RekognitionException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(501);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NotImplementedException");
                    assertThat(refused.awsErrorDetails().errorMessage()).contains("ListCollections");
                });
    }

    @Test
    void aPictureIsIdenticalToItself() {
        CompareFacesResponse response = compare(photo("sample1.jpg"), photo("sample1.jpg"));

        assertThat(response.faceMatches()).hasSize(1);
        assertThat(response.faceMatches().get(0).similarity()).isEqualTo(100f);
        assertThat(response.unmatchedFaces()).hasSize(2);
        assertThat(response.sourceImageFace().boundingBox())
                .isEqualTo(response.faceMatches().get(0).face().boundingBox());
        assertThat(response.sourceImageFace().confidence())
                .isEqualTo(response.faceMatches().get(0).face().confidence());
    }

    @Test
    void theSamePersonInTwoPhotosMatchesBest() {
        CompareFacesResponse response = compare(face("sample1.jpg", 2), photo("sample3.jpg"));

        CompareFacesMatch best = response.faceMatches().get(0);
        assertThat(best.similarity()).isBetween(99f, 100f);
        assertThat(left(best.face().boundingBox()))
                .isCloseTo(left(fromTheLeft("sample3.jpg").get(1)), within(0.02f));
        assertThat(response.faceMatches().size() + response.unmatchedFaces().size())
                .isEqualTo(3);
    }

    @Test
    void differentPeopleDoNotMatch() {
        CompareFacesResponse response = compare(face("sample1.jpg", 0), photo("sample2.jpg"));

        assertThat(response.hasFaceMatches()).isTrue();
        assertThat(response.faceMatches()).isEmpty();
        assertThat(response.unmatchedFaces()).hasSize(3).allSatisfy(face -> {
            assertThat(face.confidence()).isBetween(50f, 100f);
            assertThat(face.landmarks()).hasSize(5);
            assertThat(face.pose()).isNotNull();
            assertThat(face.quality()).isNotNull();
            assertThat(face.hasEmotions()).isFalse();
            assertThat(face.smile()).isNull();
        });
    }

    @Test
    void everyFaceMatchesAtThresholdZeroBestFirst() {
        CompareFacesResponse response = client.compareFaces(r -> r.sourceImage(face("sample1.jpg", 2))
                .targetImage(photo("sample3.jpg"))
                .similarityThreshold(0f));

        assertThat(response.unmatchedFaces()).isEmpty();
        assertThat(response.hasUnmatchedFaces()).isTrue();
        assertThat(response.faceMatches())
                .hasSize(3)
                .isSortedAccordingTo(Comparator.comparing(match -> -match.similarity()));
    }

    @Test
    void theThresholdIsInclusive() {
        Image source = face("sample1.jpg", 2);
        float similarity =
                compare(source, photo("sample3.jpg")).faceMatches().get(0).similarity();

        assertThat(client.compareFaces(r -> r.sourceImage(source)
                                .targetImage(photo("sample3.jpg"))
                                .similarityThreshold(similarity))
                        .faceMatches())
                .hasSize(1);
        assertThat(client.compareFaces(r -> r.sourceImage(source)
                                .targetImage(photo("sample3.jpg"))
                                .similarityThreshold(Math.nextUp(similarity)))
                        .faceMatches())
                .isEmpty();
        assertThat(client.compareFaces(
                                r -> r.sourceImage(source).targetImage(source).similarityThreshold(100f))
                        .faceMatches())
                .hasSize(1);
    }

    @Test
    void goodFacesPassTheQualityFilter() {
        for (QualityFilter filter : List.of(QualityFilter.NONE, QualityFilter.AUTO, QualityFilter.LOW)) {
            CompareFacesResponse response = client.compareFaces(r -> r.sourceImage(photo("sample1.jpg"))
                    .targetImage(photo("sample1.jpg"))
                    .qualityFilter(filter));
            assertThat(response.faceMatches().size() + response.unmatchedFaces().size())
                    .isEqualTo(3);
        }
    }

    @Test
    void comparingNeedsAFaceOnBothSides() {
        Image faceless = picture(TestPictures.bytes("cat1.png"));

        assertThatThrownBy(() -> compare(faceless, photo("sample1.jpg")))
                .isInstanceOfSatisfying(InvalidParameterException.class, FacesIT::assertInvalidParameters);
        assertThatThrownBy(() -> compare(photo("sample1.jpg"), faceless))
                .isInstanceOfSatisfying(InvalidParameterException.class, FacesIT::assertInvalidParameters);
    }

    private static DetectFacesResponse detect(Image image) {
        return client.detectFaces(r -> r.image(image));
    }

    private static CompareFacesResponse compare(Image source, Image target) {
        return client.compareFaces(r -> r.sourceImage(source).targetImage(target));
    }

    private static Image photo(String name) {
        return picture(TestPictures.bytes(name));
    }

    /** One face of a photo, counted from the left, with some of what is around it. */
    private static Image face(String name, int index) {
        BoundingBox box = fromTheLeft(name).get(index);
        double margin = 0.5;
        return picture(TestPictures.jpeg(TestPictures.crop(
                TestPictures.image(name),
                Math.max(0, box.left() - margin * box.width()),
                Math.max(0, box.top() - margin * box.height()),
                Math.min(1, box.left() + (1 + margin) * box.width()),
                Math.min(1, box.top() + (1 + margin) * box.height()))));
    }

    private static List<BoundingBox> fromTheLeft(String name) {
        return detect(photo(name)).faceDetails().stream()
                .map(FaceDetail::boundingBox)
                .sorted(Comparator.comparing(FacesIT::left))
                .toList();
    }

    private static Image picture(byte[] file) {
        return Image.builder().bytes(SdkBytes.fromByteArray(file)).build();
    }

    private static Image stored(String bucket, String key) {
        return Image.builder().s3Object(o -> o.bucket(bucket).name(key)).build();
    }

    private static float left(FaceDetail face) {
        return left(face.boundingBox());
    }

    private static float left(BoundingBox box) {
        return box.left();
    }

    private static double area(FaceDetail face) {
        return face.boundingBox().width() * face.boundingBox().height();
    }

    private static void assertInside(BoundingBox box) {
        assertThat(box.left()).isBetween(-0.1f, 1f);
        assertThat(box.top()).isBetween(-0.1f, 1f);
        assertThat(box.width()).isBetween(0.01f, 0.6f);
        assertThat(box.height()).isBetween(0.01f, 0.9f);
    }

    private static void assertBytesOrObject(RekognitionException refused) {
        assertError(refused, "InvalidParameterException", "Requested image should either contain bytes or s3 object.");
    }

    private static void assertInvalidParameters(RekognitionException refused) {
        assertError(refused, "InvalidParameterException", "Request has invalid parameters");
    }

    private static void assertError(RekognitionException refused, String code, String message) {
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
        assertThat(refused.requestId()).matches("[0-9a-f-]{36}");
    }
}
