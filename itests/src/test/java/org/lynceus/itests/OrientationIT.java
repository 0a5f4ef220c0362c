package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.CompareFacesMatch;
import software.amazon.awssdk.services.rekognition.model.CompareFacesResponse;
import software.amazon.awssdk.services.rekognition.model.DetectFacesResponse;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.OrientationCorrection;

/** Pictures that lie on a side or stand on their head, without a camera's word for it. */
@ExtendWith(RunningLynceus.class)
class OrientationIT {
    /** By the quarters that a picture was turned clockwise: what makes it upright again. */
    private static final List<OrientationCorrection> UPRIGHT_AGAIN = List.of(
            OrientationCorrection.ROTATE_0,
            OrientationCorrection.ROTATE_270,
            OrientationCorrection.ROTATE_180,
            OrientationCorrection.ROTATE_90);

    private static RekognitionClient client;

    @BeforeAll
    static void connect(Lynceus running) {
        client = SdkClients.rekognition(running.endpoint());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    static Stream<Arguments> turns() {
        return FacePictures.PHOTOS.stream()
                .flatMap(photo -> Stream.of(1, 2, 3).map(quarters -> Arguments.of(photo, quarters)));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void aTurnedPictureHasTheFacesOfTheUprightOneWhereTheyAreSent(String photo, int quarters) {
        List<FaceDetail> expected = detect(TestPictures.jpeg(half(photo))).faceDetails();

        DetectFacesResponse found = detect(TestPictures.jpeg(TestPictures.turned(half(photo), quarters)));

        assertThat(found.orientationCorrection()).isEqualTo(UPRIGHT_AGAIN.get(quarters));
        assertThat(found.faceDetails()).hasSameSizeAs(expected);
        assertThat(expected).allSatisfy(face -> {
            BoundingBox box = FaceWire.turned(face.boundingBox(), quarters);
            FaceDetail same = nearest(found.faceDetails(), box);
            assertThat(FaceWire.overlap(same.boundingBox(), box)).isGreaterThan(0.5);
            assertLandmarksAreTurned(same, face, quarters);
            assertThat(same.pose().roll()).isCloseTo(roll(face.pose().roll() + 90 * quarters), within(25f));
            assertThat(same.pose().yaw()).isCloseTo(face.pose().yaw(), within(25f));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPngIsTurnedAsAJpegIs(int quarters) {
        BufferedImage picture = TestPictures.turned(half("sample3.jpg"), quarters);

        DetectFacesResponse png = detect(TestPictures.png(picture));

        assertThat(png.orientationCorrection()).isEqualTo(UPRIGHT_AGAIN.get(quarters));
        assertThat(png.faceDetails())
                .hasSameSizeAs(detect(TestPictures.jpeg(picture)).faceDetails());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 2", "6, 3", "8, 1"})
    void whatTheCameraToldIsAppliedAndNotToldAgain(int orientation, int quarters) {
        // The file holds the photo turned; the orientation tells how to turn it back.
        byte[] file = TestPictures.withOrientation(
                TestPictures.jpeg(TestPictures.turned(half("sample3.jpg"), quarters)), orientation);

        DetectFacesResponse found = detect(file);

        assertThat(found.orientationCorrection()).isNull();
        assertThat(detect(TestPictures.jpeg(half("sample3.jpg"))).faceDetails())
                .hasSameSizeAs(found.faceDetails())
                .allSatisfy(face -> assertThat(FaceWire.overlap(
                                nearest(found.faceDetails(), face.boundingBox()).boundingBox(), face.boundingBox()))
                        .isGreaterThan(0.8));
    }

    @Test
    void withoutAFaceNothingIsToldOfTheOrientation() {
        assertThat(detect(TestPictures.bytes("cosmic.png")).orientationCorrection())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void attributesAreThoseOfTheUprightFace(int quarters) {
        List<FaceDetail> upright = attributes(half("sample3.jpg"));
        List<FaceDetail> turned = attributes(TestPictures.turned(half("sample3.jpg"), quarters));

        assertThat(upright)
                .filteredOn(face -> face.gender().confidence() > 95)
                .isNotEmpty()
                .allSatisfy(
                        face -> assertThat(same(turned, face, quarters).gender().value())
                                .isEqualTo(face.gender().value()));
        assertThat(upright)
                .filteredOn(face -> face.smile().confidence() > 95)
                .isNotEmpty()
                .allSatisfy(
                        face -> assertThat(same(turned, face, quarters).smile().value())
                                .isEqualTo(face.smile().value()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aTurnedPictureIsComparedAsTheUprightOne(int quarters) {
        BufferedImage photo = half("sample1.jpg");
        List<BoundingBox> sent = detect(TestPictures.jpeg(photo)).faceDetails().stream()
                .map(face -> FaceWire.turned(face.boundingBox(), quarters))
                .toList();

        CompareFacesResponse response =
                client.compareFaces(r -> r.sourceImage(FaceWire.picture(TestPictures.jpeg(photo)))
                        .targetImage(FaceWire.picture(TestPictures.jpeg(TestPictures.turned(photo, quarters)))));

        assertThat(response.sourceImageOrientationCorrection()).isEqualTo(OrientationCorrection.ROTATE_0);
        assertThat(response.targetImageOrientationCorrection()).isEqualTo(UPRIGHT_AGAIN.get(quarters));
        assertThat(response.faceMatches()).hasSize(1);
        CompareFacesMatch match = response.faceMatches().get(0);
        assertThat(match.similarity()).isGreaterThan(99f);
        assertThat(FaceWire.overlap(match.face().boundingBox(), sent.get(0)))
                .as("the largest face, where it was sent")
                .isGreaterThan(0.5);
        assertThat(response.unmatchedFaces()).hasSize(sent.size() - 1);
    }

    @Test
    void bothPicturesMayBeTurned() {
        CompareFacesResponse response = client.compareFaces(r -> r.sourceImage(
                        FaceWire.picture(TestPictures.jpeg(TestPictures.turned(half("sample1.jpg"), 1))))
                .targetImage(FaceWire.picture(TestPictures.jpeg(TestPictures.turned(half("sample1.jpg"), 3)))));

        assertThat(response.sourceImageOrientationCorrection()).isEqualTo(UPRIGHT_AGAIN.get(1));
        assertThat(response.targetImageOrientationCorrection()).isEqualTo(UPRIGHT_AGAIN.get(3));
        assertThat(response.faceMatches()).hasSize(1);
    }

    private static void assertLandmarksAreTurned(FaceDetail found, FaceDetail upright, int quarters) {
        double tolerance =
                0.2 * Math.max(found.boundingBox().width(), found.boundingBox().height());
        for (int i = 0; i < upright.landmarks().size(); i++) {
            BoundingBox point = FaceWire.turned(
                    BoundingBox.builder()
                            .left(upright.landmarks().get(i).x())
                            .top(upright.landmarks().get(i).y())
                            .width(0f)
                            .height(0f)
                            .build(),
                    quarters);
            assertThat(found.landmarks().get(i).x()).isCloseTo(point.left(), within((float) tolerance));
            assertThat(found.landmarks().get(i).y()).isCloseTo(point.top(), within((float) tolerance));
        }
    }

    private static DetectFacesResponse detect(byte[] file) {
        return client.detectFaces(r -> r.image(FaceWire.picture(file)));
    }

    private static List<FaceDetail> attributes(BufferedImage picture) {
        return client.detectFaces(r -> r.image(FaceWire.picture(TestPictures.jpeg(picture)))
                        .attributes(Attribute.GENDER, Attribute.SMILE))
                .faceDetails();
    }

    private static FaceDetail same(List<FaceDetail> turned, FaceDetail upright, int quarters) {
        return nearest(turned, FaceWire.turned(upright.boundingBox(), quarters));
    }

    private static FaceDetail nearest(List<FaceDetail> faces, BoundingBox box) {
        return faces.stream()
                .max(Comparator.comparingDouble(face -> FaceWire.overlap(face.boundingBox(), box)))
                .orElseThrow();
    }

    /** The same angle within −180–180. */
    private static float roll(float degrees) {
        return (float) Math.IEEEremainder(degrees, 360);
    }

    /** A photo at half its size. */
    private static BufferedImage half(String photo) {
        BufferedImage image = TestPictures.image(photo);
        return TestPictures.scaled(image, image.getWidth() / 2, image.getHeight() / 2);
    }
}
