package org.lynceus.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Pictures made of the faces of the test photos, which a server finds first. */
public final class FacePictures {
    /** The photos with people. */
    public static final List<String> PHOTOS =
            List.of("sample1.jpg", "sample2.jpg", "sample3.jpg", "sample4.jpg", "sample5.jpg", "sample6.jpg");

    /** Colour of what is behind people. */
    private static final int WALL = 0xB4AFA8;

    private FacePictures() {}

    /**
     * All faces of the photos, each with some of what is around it, largest first within a photo.
     *
     * @param http finds them
     * @param margin what is left around a face's box on each side, in sides of the box
     * @throws IOException when they cannot be found
     */
    public static List<BufferedImage> faces(HttpCaller http, double margin) throws IOException {
        List<BufferedImage> faces = new ArrayList<>();
        for (String photo : PHOTOS) {
            faces.addAll(faces(http, photo, margin));
        }
        return faces;
    }

    /**
     * The faces of one photo, each with some of what is around it, largest first.
     *
     * @param http finds them
     * @param photo such as {@code sample1.jpg}
     * @param margin what is left around a face's box on each side, in sides of the box
     * @throws IOException when they cannot be found
     */
    public static List<BufferedImage> faces(HttpCaller http, String photo, double margin) throws IOException {
        BufferedImage image = TestPictures.image(photo);
        List<BufferedImage> faces = new ArrayList<>();
        for (JsonNode face : http.detectFaces(TestPictures.bytes(photo)).json().path("FaceDetails")) {
            faces.add(square(image, face.path("BoundingBox"), margin));
        }
        return faces;
    }

    /**
     * Puts pictures side by side, as people stand for a group photo; they are taken again from the first, mirrored, when
     * they run out.
     *
     * @param faces at least one
     * @param columns pictures in a row
     * @param rows rows
     * @param side side of each in pixels
     */
    public static BufferedImage group(List<BufferedImage> faces, int columns, int rows, int side) {
        BufferedImage group = TestPictures.plain(columns * side, rows * side, WALL);
        Graphics2D graphics = group.createGraphics();
        for (int i = 0; i < columns * rows; i++) {
            BufferedImage face = TestPictures.scaled(faces.get(i % faces.size()), side, side);
            int x = i % columns * side;
            int y = i / columns * side;
            boolean mirrored = i / faces.size() % 2 == 1;
            graphics.drawImage(face, mirrored ? x + side : x, y, mirrored ? -side : side, side, null);
        }
        graphics.dispose();
        return group;
    }

    /** A picture in the middle of a larger one that shows nothing else. */
    public static BufferedImage onWall(BufferedImage picture, int width, int height) {
        BufferedImage wall = TestPictures.plain(width, height, WALL);
        Graphics2D graphics = wall.createGraphics();
        graphics.drawImage(picture, (width - picture.getWidth()) / 2, (height - picture.getHeight()) / 2, null);
        graphics.dispose();
        return wall;
    }

    /** A square of a photo around a face; what would be outside of the photo is cut off on all sides. */
    private static BufferedImage square(BufferedImage photo, JsonNode box, double margin) {
        double width = box.path("Width").asDouble() * photo.getWidth();
        double height = box.path("Height").asDouble() * photo.getHeight();
        double x = box.path("Left").asDouble() * photo.getWidth() + width / 2;
        double y = box.path("Top").asDouble() * photo.getHeight() + height / 2;
        double wanted = (0.5 + margin) * Math.max(width, height);
        double room = Math.min(Math.min(x, photo.getWidth() - x), Math.min(y, photo.getHeight() - y));
        int half = (int) Math.max(1, Math.min(wanted, room));
        return photo.getSubimage((int) x - half, (int) y - half, 2 * half, 2 * half);
    }
}
