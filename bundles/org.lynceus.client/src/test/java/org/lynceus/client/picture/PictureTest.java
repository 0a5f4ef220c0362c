package org.lynceus.client.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;

    @Test
    void readsTheSize() throws IOException {
        Picture picture = Picture.of(encoded("png"));

        assertThat(picture.width()).isEqualTo(WIDTH);
        assertThat(picture.height()).isEqualTo(HEIGHT);
        assertThat(picture.enlarged()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, left, top",
        "2, right, top",
        "3, right, bottom",
        "4, left, bottom",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void exifSaysWhereTheStoredUpperLeftBelongs(int orientation, String across, String down) throws IOException {
        Picture picture = Picture.of(withExif(encoded("jpg"), orientation));
        boolean swapped = orientation > 4;

        assertThat(picture.width()).isEqualTo(swapped ? HEIGHT : WIDTH);
        assertThat(picture.height()).isEqualTo(swapped ? WIDTH : HEIGHT);
        BufferedImage upright = decoded(picture.turned(0));
        int x = across.equals("left") ? 8 : upright.getWidth() - 9;
        int y = down.equals("top") ? 8 : upright.getHeight() - 9;
        assertThat(new Color(upright.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(reds(upright)).isLessThan(400);
    }

    @Test
    void turnsClockwise() throws IOException {
        BufferedImage turned = decoded(Picture.of(encoded("png")).turned(1));

        assertThat(turned.getWidth()).isEqualTo(HEIGHT);
        assertThat(turned.getHeight()).isEqualTo(WIDTH);
        assertThat(turned.getRGB(HEIGHT - 1, 0)).isEqualTo(Color.RED.getRGB());
        assertThat(turned.getRGB(0, 0)).isEqualTo(Color.BLACK.getRGB());
    }

    @Test
    void cutsWithoutBlurring() throws IOException {
        Picture cut = Picture.of(encoded("png")).cut(new Box(0.05, 0, 0.75, 1));

        assertThat(cut.width()).isEqualTo(120);
        BufferedImage pixels = decoded(cut);
        // 16 pixels are red, 8 of them are left.
        assertThat(pixels.getRGB(7, 0)).isEqualTo(Color.RED.getRGB());
        assertThat(pixels.getRGB(8, 0)).isEqualTo(Color.BLACK.getRGB());
    }

    @Test
    void sendsSmallPicturesEnlarged() throws IOException {
        BufferedImage small = new BufferedImage(40, 60, BufferedImage.TYPE_3BYTE_BGR);

        Picture picture = Picture.of(bytes(small, "png"));

        assertThat(picture.enlarged()).isTrue();
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(60);
        assertThat(decoded(picture).getWidth()).isEqualTo(80);
        assertThat(decoded(picture).getHeight()).isEqualTo(120);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatIOException()
                .isThrownBy(() -> Picture.of(new byte[] {1, 2, 3}))
                .withMessageContaining("not a");
    }

    /** Black with a red square of 16 pixels in the upper left. */
    private static byte[] encoded(String format) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 16, 16);
        graphics.dispose();
        return bytes(picture, format);
    }

    private static byte[] bytes(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** Puts a segment with one entry, the orientation, behind the start of a JPEG file. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] segment = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.writeBytes(segment);
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    private static BufferedImage decoded(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private static int reds(BufferedImage picture) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += new Color(picture.getRGB(x, y)).getRed() > 100 ? 1 : 0;
            }
        }
        return count;
    }
}
