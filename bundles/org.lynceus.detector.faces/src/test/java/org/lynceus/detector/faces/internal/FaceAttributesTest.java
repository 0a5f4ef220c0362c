package org.lynceus.detector.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.Image;
import org.lynceus.api.face.AgeRange;
import org.lynceus.api.face.Emotion;
import org.lynceus.api.face.EyeDirection;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Gender;
import org.lynceus.api.face.Judgement;
import org.lynceus.detector.faces.internal.attributes.AttributeModels;
import org.lynceus.detector.faces.internal.attributes.net.FakeHeads;
import org.lynceus.inference.LocalModels;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelUsage;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.Core;

/** With the models that are shipped, but for attribute heads. */
class FaceAttributesTest {
    private static LocalModels models;
    private static LocalModels miniXception;
    private static FacesDetector detector;

    @BeforeAll
    static void load() throws Exception {
        models = LocalModels.load(ModelJars.of(
                "ultraface", "blazeface.fullrange", "facemesh", "faceres", "expression", "eyestate", "iris"));
        miniXception = LocalModels.load(ModelJars.of("minixception"));
        detector = detector(new AttributeModels(
                Optional.of(models.model("face-age-gender")),
                List.of(models.model("face-emotion"), miniXception.model("face-emotion")),
                Optional.of(models.model("eye-state")),
                Optional.of(models.model("iris-landmarks")),
                Optional.empty()));
    }

    @AfterAll
    static void close() {
        detector.deactivate();
        models.close();
        miniXception.close();
    }

    @Test
    void whatNeedsNoHeadsIsToldOfEveryFace() throws Exception {
        for (Face face : detect("sample3.jpg", FaceOptions.ALL)) {
            FaceAttributes told = face.attributes();
            assertThat(told.ageRange())
                    .get()
                    .satisfies(age -> assertThat((age.low() + age.high()) / 2).isBetween(15, 45));
            assertThat(told.gender()).get().satisfies(gender -> {
                assertThat(gender.value()).isEqualTo(Gender.FEMALE);
                assertThat(gender.confidence()).isBetween(90f, 100f);
            });
            assertThat(told.eyesOpen()).get().extracting(Judgement::value).isEqualTo(true);
            assertThat(told.mouthOpen()).isPresent();
            assertThat(told.eyeDirection()).isPresent();
            assertThat(Stream.of(
                            told.beard(), told.mustache(), told.eyeglasses(), told.sunglasses(), told.faceOccluded()))
                    .allMatch(Optional::isEmpty);
        }
    }

    @Test
    void aLaughingFaceSmilesWithAnOpenMouthAndIsHappy() throws Exception {
        FaceAttributes told = detect("sample3.jpg", FaceOptions.ALL).stream()
                .sorted(Comparator.comparingDouble(face -> face.box().left()))
                .toList()
                .get(1)
                .attributes();

        assertThat(told.smile()).get().satisfies(smile -> {
            assertThat(smile.value()).isTrue();
            assertThat(smile.confidence()).isGreaterThan(90);
        });
        assertThat(told.mouthOpen()).get().extracting(Judgement::value).isEqualTo(true);
        assertThat(told.emotions().get(0).value()).isEqualTo(Emotion.HAPPY);
    }

    @Test
    void allEightEmotionsComeMostConfidentFirst() throws Exception {
        for (Face face : detect("sample5.jpg", FaceOptions.ALL)) {
            List<Judgement<Emotion>> emotions = face.attributes().emotions();
            assertThat(emotions).extracting(Judgement::value).containsExactlyInAnyOrder(Emotion.values());
            assertThat(emotions)
                    .isSortedAccordingTo(Comparator.<Judgement<Emotion>>comparingDouble(Judgement::confidence)
                            .reversed());
            assertThat(emotions)
                    .allSatisfy(emotion -> assertThat(emotion.confidence()).isBetween(0f, 100f));
        }
    }

    @Test
    void nothingIsTheSameOfAllFaces() throws Exception {
        Set<AgeRange> ages = new HashSet<>();
        Set<EyeDirection> gazes = new HashSet<>();
        List<FaceAttributes> all = Stream.concat(
                        detect("sample4.jpg", FaceOptions.ALL).stream(),
                        detect("sample5.jpg", FaceOptions.ALL).stream())
                .map(Face::attributes)
                .toList();
        all.forEach(told -> {
            ages.add(told.ageRange().orElseThrow());
            gazes.add(told.eyeDirection().orElseThrow());
        });

        assertThat(ages).hasSizeGreaterThan(3);
        assertThat(gazes).hasSize(all.size());
        assertThat(confidences(all, told -> told.gender().orElseThrow())).hasSize(all.size());
        assertThat(confidences(all, told -> told.smile().orElseThrow())).hasSize(all.size());
        assertThat(confidences(all, told -> told.mouthOpen().orElseThrow())).hasSize(all.size());
        assertThat(confidences(all, told -> told.eyesOpen().orElseThrow())).hasSize(all.size());
        for (Emotion emotion : Emotion.values()) {
            assertThat(confidences(
                            all,
                            told -> told.emotions().stream()
                                    .filter(one -> one.value() == emotion)
                                    .findFirst()
                                    .orElseThrow()))
                    .as("%s", emotion)
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void inAMirroredPictureTheEyesLookTheOtherWay() throws Exception {
        try (TestImage image = TestImage.read("sample5.jpg");
                TestImage mirrored = TestImage.read("sample5.jpg")) {
            Core.flip(mirrored.picture(), mirrored.picture(), 1);
            assertThat(yawOfLargest(image)).isLessThan(-4);
            assertThat(yawOfLargest(mirrored)).isGreaterThan(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AGE_RANGE, face-age-gender",
        "GENDER, face-age-gender",
        "EMOTIONS, face-emotion",
        "SMILE, face-emotion",
        "EYES_OPEN, eye-state",
        "EYE_DIRECTION, iris-landmarks",
        "MOUTH_OPEN, ",
        "BEARD, ",
        "ALL_LANDMARKS, "
    })
    void onlyWhatIsAskedForRunsOncePerFace(FaceAttribute asked, String role) throws Exception {
        List<Model> attributeModels = Stream.of("face-age-gender", "face-emotion", "eye-state", "iris-landmarks")
                .map(models::model)
                .toList();
        List<Long> before =
                attributeModels.stream().map(FaceAttributesTest::calls).toList();
        int faces =
                detect("sample4.jpg", new FaceOptions(EnumSet.of(asked), 100)).size();

        for (int i = 0; i < attributeModels.size(); i++) {
            Model model = attributeModels.get(i);
            assertThat(calls(model) - before.get(i))
                    .as(model.info().role())
                    .isEqualTo(model.info().role().equals(role) ? faces : 0);
        }
    }

    @Test
    void whatIsNotAskedForIsNotTold() throws Exception {
        List<Face> faces = detect("sample1.jpg", new FaceOptions(EnumSet.of(FaceAttribute.GENDER), 100));

        assertThat(faces).isNotEmpty().allSatisfy(face -> {
            FaceAttributes told = face.attributes();
            assertThat(told.gender()).isPresent();
            assertThat(new FaceAttributes(
                            told.ageRange(),
                            told.smile(),
                            told.eyeglasses(),
                            told.sunglasses(),
                            Optional.empty(),
                            told.beard(),
                            told.mustache(),
                            told.eyesOpen(),
                            told.mouthOpen(),
                            told.emotions(),
                            told.faceOccluded(),
                            told.eyeDirection()))
                    .isEqualTo(FaceAttributes.NONE);
        });
        assertThat(detect("sample1.jpg", FaceOptions.DEFAULT))
                .allSatisfy(face -> assertThat(face.attributes()).isEqualTo(FaceAttributes.NONE));
    }

    @Test
    void withoutAttributeModelsWhatTheMeshTellsRemains() throws Exception {
        FacesDetector bare = detector(AttributeModels.NONE);
        try (Image image = TestImage.read("sample1.jpg")) {
            for (Face face : bare.detect(image, FaceOptions.ALL).faces()) {
                FaceAttributes told = face.attributes();
                assertThat(told.mouthOpen()).isPresent();
                assertThat(told.eyesOpen()).isPresent();
                assertThat(told.ageRange()).isEmpty();
                assertThat(told.gender()).isEmpty();
                assertThat(told.smile()).isEmpty();
                assertThat(told.emotions()).isEmpty();
                assertThat(told.eyeDirection()).isEmpty();
            }
        } finally {
            bare.deactivate();
        }
    }

    @Test
    void headsTellTheRestInOneRunAndDarkGlassesAreGlasses() throws Exception {
        FakeHeads heads = new FakeHeads(
                List.of("eyeglasses", "sunglasses", "beard", "mustache", "face-occluded"),
                0.2f,
                0.9f,
                0.1f,
                0.7f,
                0.3f);
        FacesDetector headed = detector(headed(heads));
        int before = heads.runs;
        try (Image image = TestImage.read("sample4.jpg")) {
            List<Face> faces = headed.detect(image, FaceOptions.ALL).faces();

            assertThat(heads.runs - before).isEqualTo(1);
            assertThat(faces).hasSize(4);
            FaceAttributes told = faces.get(0).attributes();
            assertThat(told.sunglasses()).get().extracting(Judgement::value).isEqualTo(true);
            assertThat(told.eyeglasses()).isEqualTo(told.sunglasses());
            assertThat(told.beard()).get().extracting(Judgement::value).isEqualTo(false);
            assertThat(told.mustache()).get().extracting(Judgement::value).isEqualTo(true);
            assertThat(told.faceOccluded()).get().extracting(Judgement::value).isEqualTo(false);
            assertThat(faces)
                    .allSatisfy(face -> assertThat(
                                    face.attributes().beard().orElseThrow().confidence())
                            .isBetween(50f, 90f));
        } finally {
            headed.deactivate();
        }
        assertThat(heads.closed).isTrue();
    }

    @Test
    void aHeadCountsAsMuchAsTheRule() throws Exception {
        FacesDetector headed = detector(headed(new FakeHeads(List.of("smile"), 0.001f)));
        try (Image image = TestImage.read("sample3.jpg")) {
            FaceOptions smile = new FaceOptions(EnumSet.of(FaceAttribute.SMILE), 1);
            Face face = headed.detect(image, smile).faces().get(0);
            Face alone = detector.detect(image, smile).faces().get(0);

            assertThat(alone.attributes().smile().orElseThrow().value()).isTrue();
            assertThat(face.attributes().smile().orElseThrow().value()).isFalse();
            assertThat(face.attributes().smile().orElseThrow().confidence()).isLessThan(95);
        } finally {
            headed.deactivate();
        }
    }

    @Test
    void behindDarkGlassesEyesCannotBeJudged() throws Exception {
        FacesDetector headed = detector(headed(new FakeHeads(List.of("sunglasses"), 0.95f)));
        try (Image image = TestImage.read("sample3.jpg")) {
            FaceOptions eyes = new FaceOptions(EnumSet.of(FaceAttribute.EYES_OPEN), 1);

            assertThat(headed.detect(image, eyes).faces().get(0).attributes().eyesOpen())
                    .get()
                    .satisfies(open -> assertThat(open.confidence()).isBetween(50f, 55f));
            assertThat(detector.detect(image, eyes).faces().get(0).attributes().eyesOpen())
                    .get()
                    .satisfies(open -> assertThat(open.confidence()).isGreaterThan(90));
        } finally {
            headed.deactivate();
        }
    }

    @Test
    void headsThatDoNotFitAreLeftOutAndNothingElseIs() throws Exception {
        FacesDetector headed = detector(headed(new FakeHeads(List.of("beard"), 0.9f).with("features.version", "0")));
        try (Image image = TestImage.read("sample1.jpg")) {
            assertThat(headed.detect(image, FaceOptions.ALL).faces())
                    .isNotEmpty()
                    .allSatisfy(face -> {
                        assertThat(face.attributes().beard()).isEmpty();
                        assertThat(face.attributes().gender()).isPresent();
                    });
        } finally {
            headed.deactivate();
        }
    }

    private static AttributeModels headed(Model heads) {
        return new AttributeModels(
                Optional.of(models.model("face-age-gender")),
                List.of(miniXception.model("face-emotion")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(heads));
    }

    private static FacesDetector detector(AttributeModels attributes) {
        return new FacesDetector(
                models.model("face-detection"),
                models.model("face-verification"),
                models.model("face-mesh"),
                attributes);
    }

    private static List<Face> detect(String picture, FaceOptions options) throws Exception {
        try (Image image = TestImage.read(picture)) {
            return detector.detect(image, options).faces();
        }
    }

    private static double yawOfLargest(Image image) throws Exception {
        return detector.detect(image, new FaceOptions(EnumSet.of(FaceAttribute.EYE_DIRECTION), 1))
                .faces()
                .get(0)
                .attributes()
                .eyeDirection()
                .orElseThrow()
                .yaw();
    }

    private static Set<Float> confidences(List<FaceAttributes> all, Function<FaceAttributes, Judgement<?>> one) {
        return all.stream().map(told -> one.apply(told).confidence()).collect(Collectors.toSet());
    }

    private static long calls(Model model) {
        return ((ModelUsage) model).calls();
    }
}
