package org.lynceus.client.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures as PNG, or as JPEG of high quality where PNG would be more than a request may hold. */
final class Encoder {
    /** Of a picture in a request, in bytes. */
    private static final int LIMIT = 5 * 1024 * 1024;

    private static final float[] QUALITIES = {0.95f, 0.85f, 0.7f};

    private Encoder() {}

    /** Encodes pixels without any metadata. */
    static Picture encode(BufferedImage pixels) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", png);
        byte[] bytes = png.toByteArray();
        for (int i = 0; i < QUALITIES.length && bytes.length > LIMIT; i++) {
            bytes = jpeg(pixels, QUALITIES[i]);
        }
        return new Picture(bytes, pixels.getWidth(), pixels.getHeight(), ExifOrientation.UPRIGHT, false);
    }

    private static byte[] jpeg(BufferedImage pixels, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
