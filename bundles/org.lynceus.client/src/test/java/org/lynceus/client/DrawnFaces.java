package org.lynceus.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Pictures of rectangles on black, each rectangle a "face" whose shade is its "identity", and what a server that sees such
 * faces finds. A white pixel in the upper left tells a turned picture.
 */
public final class DrawnFaces {
    /** Of the pictures, in pixels. */
    public static final int WIDTH = 240;
    /** Of the pictures, in pixels. */
    public static final int HEIGHT = 160;

    private DrawnFaces() {}

    /** A face. */
    public record Face(int x, int y, int width, int height, int shade) {
        private int area() {
            return width * height;
        }
    }

    /** What is in a picture. */
    public record Scene(int width, int height, List<Face> faces, String orientation) {
        /** Faces as the wire has them, with further members such as {@code ,"Smile":…}. */
        public String details(String further) {
            return faces.stream()
                    .map(face -> "{" + box(face) + ",\"Confidence\":99" + further + "}")
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
        }

        /** The member {@code BoundingBox} of a face. */
        public String box(Face face) {
            return String.format(
                    "\"BoundingBox\":{\"Left\":%s,\"Top\":%s,\"Width\":%s,\"Height\":%s}",
                    (double) face.x() / width,
                    (double) face.y() / height,
                    (double) face.width() / width,
                    (double) face.height() / height);
        }
    }

    /** Draws faces into a PNG file. */
    public static void write(Path file, Face... faces) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        for (Face face : faces) {
            graphics.setColor(new Color(face.shade(), face.shade(), 0));
            graphics.fillRect(face.x(), face.y(), face.width(), face.height());
        }
        graphics.dispose();
        picture.setRGB(0, 0, Color.WHITE.getRGB());
        ImageIO.write(picture, "png", file.toFile());
    }

    /** Finds the faces of a picture in a request, the largest first. */
    public static Scene see(JsonNode image) throws IOException {
        return see(Base64.getDecoder().decode(image.path("Bytes").asText()));
    }

    /** Finds the faces of a picture, the largest first. */
    public static Scene see(byte[] bytes) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        List<Face> faces = new ArrayList<>();
        for (int shade = 50; shade <= 250; shade += 10) {
            Face face = find(picture, shade);
            if (face.width() > 0) {
                faces.add(face);
            }
        }
        faces.sort(Comparator.comparingInt(Face::area).reversed());
        return new Scene(picture.getWidth(), picture.getHeight(), faces, orientation(picture));
    }

    private static Face find(BufferedImage picture, int shade) {
        int rgb = new Color(shade, shade, 0).getRGB();
        int left = picture.getWidth();
        int top = picture.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRGB(x, y) == rgb) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return new Face(left, top, right < 0 ? 0 : right + 1 - left, right < 0 ? 0 : bottom + 1 - top, shade);
    }

    private static String orientation(BufferedImage picture) {
        int right = picture.getWidth() - 1;
        int bottom = picture.getHeight() - 1;
        if (picture.getRGB(right, 0) == Color.WHITE.getRGB()) {
            return "ROTATE_270";
        }
        if (picture.getRGB(right, bottom) == Color.WHITE.getRGB()) {
            return "ROTATE_180";
        }
        return picture.getRGB(0, bottom) == Color.WHITE.getRGB() ? "ROTATE_90" : "ROTATE_0";
    }
}
