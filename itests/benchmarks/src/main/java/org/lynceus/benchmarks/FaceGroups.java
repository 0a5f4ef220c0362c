package org.lynceus.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.itests.FacePictures;
import org.lynceus.itests.HttpCaller;
import org.lynceus.itests.TestPictures;

/** Pictures of one face, of a few and of as many as are looked at for celebrities. */
final class FaceGroups {
    private static final double MARGIN = 0.3;
    private static final int SIDE = 192;

    private final HttpCaller http;

    FaceGroups(HttpCaller http) {
        this.http = http;
    }

    /**
     * Makes them of the faces of the test photos.
     *
     * @return files by names for people, fewest faces first
     * @throws IOException when no face of the photos is found alone
     */
    Map<String, byte[]> pictures() throws IOException {
        List<BufferedImage> faces = FacePictures.faces(http, MARGIN);
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("face 640x480", alone(faces));
        pictures.put("5 faces 960x640", TestPictures.jpeg(FacePictures.onWall(group(faces, 5, 1), 960, 640)));
        pictures.put("64 faces 1536x1536", TestPictures.jpeg(group(faces, 8, 8)));
        return pictures;
    }

    /**
     * A face in the middle of a picture that shows nothing else.
     *
     * @throws IOException when none is found alone
     */
    byte[] alone() throws IOException {
        return alone(FacePictures.faces(http, MARGIN));
    }

    private byte[] alone(List<BufferedImage> faces) throws IOException {
        for (BufferedImage face : faces) {
            byte[] picture = TestPictures.jpeg(FacePictures.onWall(TestPictures.scaled(face, 400, 400), 640, 480));
            if (http.detectFaces(picture).json().path("FaceDetails").size() == 1) {
                return picture;
            }
        }
        throw new IOException("no face of the photos is found alone");
    }

    private static BufferedImage group(List<BufferedImage> faces, int columns, int rows) {
        return FacePictures.group(faces, columns, rows, SIDE);
    }
}
