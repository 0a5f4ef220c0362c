package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, limits and orientations of pictures. */
@ExtendWith(RunningLynceus.class)
class PictureIT {
    private static final BufferedImage PHOTO = TestPictures.scaled(TestPictures.image("sample1.jpg"), 600, 400);
    private static final int CUTS = 50;

    private static HttpCaller http;

    @BeforeAll
    static void connect(Lynceus running) {
        http = new HttpCaller(running.endpoint());
    }

    @ParameterizedTest
    @CsvSource({"79, 200", "200, 79", "1, 1"})
    void tooSmallAPictureIsRefused(int width, int height) throws Exception {
        assertRefused(
                TestPictures.png(TestPictures.plain(width, height)),
                "InvalidParameterException",
                "Request has invalid parameters");
        assertRefused(
                TestPictures.jpeg(TestPictures.plain(width, height)),
                "InvalidParameterException",
                "Request has invalid parameters");
    }

    @Test
    void theSmallestPictureIsServed() throws Exception {
        assertThat(http.detectFaces(TestPictures.png(TestPictures.plain(80, 80)))
                        .text())
                .isEqualTo("{\"FaceDetails\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"10001, 100", "100, 10001", "10001, 10001", "65535, 65535"})
    void tooLargeAPictureIsRefusedByItsHeader(int width, int height) throws Exception {
        byte[] jpeg = TestPictures.jpegThatClaims(TestPictures.jpeg(TestPictures.plain(100, 100)), width, height);

        assertRefused(
                jpeg,
                "ImageTooLargeException",
                "Input image dimensions " + width + " x " + height + " exceed maximum dimension size of 10000 pixels");
    }

    @Test
    void tooLargeAPngIsRefusedByItsHeader() throws Exception {
        assertRefused(
                TestPictures.flatPng(10001, 80),
                "ImageTooLargeException",
                "Input image dimensions 10001 x 80 exceed maximum dimension size of 10000 pixels");
    }

    @Test
    void fiveMegabytesAreTheLimit() throws Exception {
        byte[] jpeg = TestPictures.jpeg(PHOTO);

        assertThat(http.detectFaces(TestPictures.padded(jpeg, 5_242_880)).status())
                .isEqualTo(200);
        Answer answer = http.detectFaces(TestPictures.padded(jpeg, 5_242_881));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("ValidationException");
        assertThat(answer.message())
                .startsWith("1 validation error detected: Value '")
                .endsWith(
                        " at 'image.bytes' failed to satisfy constraint: Member must have length less than or equal to"
                                + " 5242880")
                .hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIF89a",
                "BM",
                "RIFF....WEBP",
                "%PDF-1.4",
                "\u00FF\u00D8",
                "\u00FF\u00D8\u00FF\u00E0",
                "\u0089PNG\r\n\u001A\n"
            })
    void otherFormatsAreRefused(String beginning) throws Exception {
        byte[] file = TestPictures.padded(beginning.getBytes(StandardCharsets.ISO_8859_1), 4000);

        assertRefused(file, "InvalidImageFormatException", "Request has invalid image format");
    }

    @Test
    void aJpegThatIsCutAnywhereIsRefused() throws Exception {
        assertThat(servedCuts(TestPictures.jpeg(PHOTO))).isEmpty();
        assertThat(servedCuts(TestPictures.bytes("sample1.jpg"))).isEmpty();
    }

    @Test
    void aPngThatIsCutAnywhereIsRefused() throws Exception {
        assertThat(servedCuts(TestPictures.png(PHOTO))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 2", "6, 3", "8, 1"})
    void theOrientationOfTheCameraIsUndone(int orientation, int quarters) throws Exception {
        // The file holds the photo turned; the orientation tells how to turn it back.
        byte[] file =
                TestPictures.withOrientation(TestPictures.jpeg(TestPictures.turned(PHOTO, quarters)), orientation);

        JsonNode found = http.detectFaces(file).json();

        assertThat(found.has("OrientationCorrection")).isFalse();
        assertSameFaces(found, http.detectFaces(TestPictures.jpeg(PHOTO)).json());
    }

    @Test
    void colourKindsMakeNoDifference() throws Exception {
        JsonNode expected = http.detectFaces(TestPictures.png(PHOTO)).json();
        for (int kind : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_INDEXED
        }) {
            BufferedImage other = new BufferedImage(PHOTO.getWidth(), PHOTO.getHeight(), kind);
            other.createGraphics().drawImage(PHOTO, 0, 0, null);
            assertSameFaces(http.detectFaces(TestPictures.png(other)).json(), expected);
        }
    }

    @Test
    void smallFacesInALargePictureAreFound() throws Exception {
        BufferedImage scene = TestPictures.plain(1920, 1080);
        // The faces of the photo are about 40 pixels wide then.
        BufferedImage people = TestPictures.scaled(TestPictures.image("sample1.jpg"), 420, 280);
        scene.createGraphics().drawImage(people, 700, 400, null);

        assertThat(http.detectFaces(TestPictures.jpeg(scene)).json().path("FaceDetails"))
                .hasSize(3);
    }

    /** The lengths to which the file was cut and served nevertheless. */
    private static List<Integer> servedCuts(byte[] file) throws IOException {
        List<Integer> served = new ArrayList<>();
        for (int i = 1; i <= CUTS; i++) {
            int length = i == CUTS ? file.length - 2 : (int) ((long) file.length * i / CUTS);
            Answer answer = http.detectFaces(Arrays.copyOf(file, length));
            if (answer.status() != 400 || !answer.code().equals("InvalidImageFormatException")) {
                served.add(length);
            }
        }
        return served;
    }

    private static void assertSameFaces(JsonNode found, JsonNode expected) {
        assertThat(found.path("FaceDetails")).hasSameSizeAs(expected.path("FaceDetails"));
        for (JsonNode face : expected.path("FaceDetails")) {
            double left = face.path("BoundingBox").path("Left").asDouble();
            double top = face.path("BoundingBox").path("Top").asDouble();
            assertThat(found.path("FaceDetails")).anySatisfy(other -> {
                assertThat(other.path("BoundingBox").path("Left").asDouble()).isCloseTo(left, within(0.02));
                assertThat(other.path("BoundingBox").path("Top").asDouble()).isCloseTo(top, within(0.02));
            });
        }
    }

    private static void assertRefused(byte[] file, String code, String message) throws IOException {
        Answer answer = http.detectFaces(file);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.message()).isEqualTo(message);
    }
}
