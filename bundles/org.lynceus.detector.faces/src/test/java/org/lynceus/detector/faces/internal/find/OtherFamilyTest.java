package org.lynceus.detector.faces.internal.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.Image;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.detector.faces.internal.FacesDetector;
import org.lynceus.detector.faces.internal.ModelJars;
import org.lynceus.detector.faces.internal.attributes.AttributeModels;
import org.lynceus.inference.LocalModels;
import org.lynceus.testpictures.TestImage;

/**
 * The chain with a first detector of another family: the full-range BlazeFace, packed with nothing but another
 * description, which has one graph, keeps the aspect and gives logits relative to anchors.
 */
class OtherFamilyTest {
    private static final Map<String, String> DESCRIPTION = Map.of(
            "role", "face-detection",
            "decoder", "blazeface",
            "threshold", "0.5",
            "graph.verify.fit", "letterbox");

    @TempDir
    static Path folder;

    private static LocalModels models;
    private static FacesDetector detector;

    @BeforeAll
    static void load() throws Exception {
        List<Path> jars = new ArrayList<>(List.of(ModelJars.of("blazeface.fullrange", "facemesh")));
        try (JarFile file = new JarFile(jars.get(0).toFile())) {
            jars.add(packed(file));
        }
        models = LocalModels.load(jars.toArray(Path[]::new));
        detector = new FacesDetector(
                models.model("face-detection"),
                models.model("face-verification"),
                models.model("face-mesh"),
                AttributeModels.NONE);
    }

    @AfterAll
    static void close() {
        detector.deactivate();
        models.close();
    }

    @ParameterizedTest
    @CsvSource({"sample1.jpg, 3", "sample3.jpg, 3", "sample4.jpg, 4", "cat1.png, 0"})
    void findsTheSameFaces(String picture, int faces) throws Exception {
        try (Image image = TestImage.read(picture)) {
            List<Face> found = detector.detect(image, FaceOptions.DEFAULT).faces();

            assertThat(found).hasSize(faces);
            assertThat(found).allSatisfy(face -> {
                assertThat(face.box().width()).isBetween(0.05f, 0.3f);
                assertThat(face.landmarks()).allSatisfy(point -> {
                    assertThat(point.x())
                            .isBetween(face.box().left(), face.box().right());
                    assertThat(point.y()).isBetween(face.box().top(), face.box().bottom());
                });
            });
        }
    }

    /** The same bundle with another description. */
    private static Path packed(JarFile bundle) throws IOException {
        Properties properties = description(bundle);
        properties.putAll(DESCRIPTION);
        Path jar = folder.resolve("blazeface-detector.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("model.properties"));
            properties.store(entries, null);
            String graph = properties.getProperty("graph.verify.file");
            entries.putNextEntry(new JarEntry(graph));
            try (InputStream stream = bundle.getInputStream(bundle.getJarEntry(graph))) {
                stream.transferTo(entries);
            }
        }
        return jar;
    }

    private static Properties description(JarFile bundle) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = bundle.getInputStream(bundle.getJarEntry("model.properties"))) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
