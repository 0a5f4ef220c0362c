package org.lynceus.evaluate.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.ToolException;
import org.lynceus.evaluate.server.Point;

class LandmarkTruthTest {
    @TempDir
    private Path folder;

    private Path picture;

    @BeforeEach
    void pictures() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("landmarks"));
        picture = Files.createFile(folder.resolve("images/a.jpg"));
    }

    @Test
    void readsEveryFormat() throws IOException, ToolException {
        Files.writeString(folder.resolve("landmarks/a.pts"), Files68.pts());
        Files.writeString(folder.resolve("landmarks.csv"), Files68.csv("a.jpg"));
        Files.writeString(folder.resolve("faces_with_face_landmarks.xml"), Files68.xml("a.jpg"));

        Map<Path, List<FacePoints>> truth = LandmarkTruth.read(new Dataset(folder));

        assertThat(truth).containsOnlyKeys(picture);
        assertThat(truth.get(picture)).hasSize(3);
        for (FacePoints points : truth.get(picture)) {
            assertThat(points.points().get(67)).isEqualTo(new Point(67, 134));
            assertThat(points.mean(37, 38)).isEqualTo(new Point(37.5, 75));
        }
    }

    @Test
    void measuresBothDistancesOfTheEyes() throws IOException, ToolException {
        Files.writeString(folder.resolve("landmarks/a.jpg.pts"), Files68.pts());

        FacePoints points = LandmarkTruth.read(new Dataset(folder)).get(picture).get(0);

        assertThat(points.outerCorners()).isEqualTo(9 * Math.sqrt(5));
        assertThat(points.eyeCentres()).isEqualTo(6 * Math.sqrt(5));
    }

    @Test
    void namesTheLineThatIsNoPoint() throws IOException {
        Files.writeString(folder.resolve("landmarks/a.pts"), Files68.pts().replace("5.0 10.0", "5.0 ten"));

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> LandmarkTruth.read(new Dataset(folder)))
                .withMessageContaining("a.pts, line 9")
                .withMessageContaining("5.0 ten");
    }

    @Test
    void saysWhichPictureIsMissing() throws IOException {
        Files.writeString(folder.resolve("landmarks/b.pts"), Files68.pts());

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> LandmarkTruth.read(new Dataset(folder)))
                .withMessageContaining("no picture for")
                .withMessageContaining("b.pts");
    }

    @Test
    void countsThePoints() throws IOException {
        Files.writeString(folder.resolve("landmarks/a.pts"), Files68.pts().replace("5.0 10.0\n", ""));

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> LandmarkTruth.read(new Dataset(folder)))
                .withMessageContaining("67 points instead of 68");
    }
}
