package org.lynceus.detector.faces.internal.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Pixels;
import org.lynceus.detector.faces.internal.ModelJars;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.attributes.view.IrisView;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.find.FaceChain;
import org.lynceus.detector.faces.internal.find.SideBySide;
import org.lynceus.inference.LocalModels;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.Point;

/** What the models say, before any rule, of the face on the left of {@code sample3.jpg}. */
class ReadingTest {
    @Test
    void theModelsSayWhatTheySayInTheReferenceChain() throws Exception {
        try (LocalModels models = LocalModels.load(
                        ModelJars.of("ultraface", "blazeface.fullrange", "facemesh", "faceres", "eyestate", "iris"));
                LocalModels emotion = LocalModels.load(ModelJars.of("minixception"));
                FaceChain chain = new FaceChain(
                        models.model("face-detection"), models.model("face-verification"), models.model("face-mesh"));
                Nets nets = new Nets(new AttributeModels(
                        Optional.of(models.model("face-age-gender")),
                        List.of(emotion.model("face-emotion")),
                        Optional.of(models.model("eye-state")),
                        Optional.of(models.model("iris-landmarks")),
                        Optional.empty()));
                TestImage image = TestImage.read("sample3.jpg");
                Pixels pixels = image.pixels(1920)) {
            FoundFace left = chain.find(pixels, image.picture(), false).largest(10).stream()
                    .min(Comparator.comparingDouble(
                            face -> face.candidate().box().x1()))
                    .orElseThrow();
            Reading reading = new Reading(FaceView.of(image.picture(), left), 1);

            for (SideBySide.Task task : reading.tasks(new Plan(true, true, true, true, false), nets)) {
                task.run();
            }

            assertThat(reading.ageGender().orElseThrow().age()).isCloseTo(26.87, within(1.0));
            assertThat(reading.ageGender().orElseThrow().male()).isCloseTo(0.0103, within(0.02));
            assertThat(reading.eyesOpen())
                    .hasSize(2)
                    .allSatisfy(open -> assertThat(open).isGreaterThan(0.98));
            assertThat(reading.emotions().orElseThrow()).hasSize(7);
            assertPoint(reading.irises().get(0), 634.1, 431.9);
            assertPoint(reading.irises().get(1), 727.4, 432.8);
        }
    }

    private static void assertPoint(IrisView iris, double x, double y) {
        Point pupil = iris.pupil();
        assertThat(pupil.x).isCloseTo(x, within(2.0));
        assertThat(pupil.y).isCloseTo(y, within(2.0));
        assertThat(iris.opening().x).isCloseTo(x, within(15.0));
    }
}
