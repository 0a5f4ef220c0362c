package org.lynceus.gallerybuilder.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentPhotoTest {
    /** APP1 with a big-endian TIFF directory of the one entry Orientation; the value follows at the mark. */
    private static final String EXIF = "ffe100224578696600004d4d002a00000008000101120003000000010000000000000000";

    @TempDir
    private Path folder;

    @Test
    void sendsAPhotoOfUsualSizeAsItIs() throws IOException {
        byte[] jpeg = jpeg(400, 300);

        assertThat(SentPhoto.read(file(jpeg))).isEqualTo(jpeg);
    }

    /** Where the red corner, stored at the upper left, comes to lie: Exif 2.32, tag 274. */
    @ParameterizedTest
    @CsvSource({
        "1,1920,960,0,0", "2,1920,960,1,0", "3,1920,960,1,1", "4,1920,960,0,1",
        "5,960,1920,0,0", "6,960,1920,1,0", "7,960,1920,1,1", "8,960,1920,0,1"
    })
    void sendsALargePhotoSmallerAndUpright(int orientation, int width, int height, int right, int bottom)
            throws IOException {
        byte[] stored = jpeg(4000, 2000);
        byte[] exif = HexFormat.of().parseHex(EXIF);
        exif[29] = (byte) orientation;
        ByteArrayOutputStream oriented = new ByteArrayOutputStream();
        oriented.write(stored, 0, 2);
        oriented.write(exif);
        oriented.write(stored, 2, stored.length - 2);

        BufferedImage sent = ImageIO.read(new ByteArrayInputStream(SentPhoto.read(file(oriented.toByteArray()))));

        assertThat(sent.getWidth()).isEqualTo(width);
        assertThat(sent.getHeight()).isEqualTo(height);
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                Color corner = new Color(sent.getRGB(x * (width - 61) + 30, y * (height - 61) + 30));
                assertThat(corner.getRed() > 128 && corner.getGreen() < 128).isEqualTo(x == right && y == bottom);
            }
        }
    }

    @Test
    void sendsASmallPhotoEnlarged() throws IOException {
        BufferedImage sent = ImageIO.read(new ByteArrayInputStream(SentPhoto.read(file(jpeg(40, 60)))));

        assertThat(sent.getWidth()).isEqualTo(80);
        assertThat(sent.getHeight()).isEqualTo(120);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThatThrownBy(() -> SentPhoto.read(file("no picture".getBytes())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a JPEG or PNG");
        assertThatThrownBy(() -> SentPhoto.read(file(jpeg(2000, 2))))
                .isInstanceOf(IOException.class)
                .hasMessage("too narrow: 2000 by 2 pixels");
        assertThatThrownBy(() -> SentPhoto.read(folder.resolve("gone.jpg"))).isInstanceOf(IOException.class);
        byte[] large = jpeg(4000, 2000);
        assertThatThrownBy(() -> SentPhoto.read(file(Arrays.copyOf(large, 300))))
                .isInstanceOf(IOException.class);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("photo.jpg"), bytes);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 4, height / 4);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
