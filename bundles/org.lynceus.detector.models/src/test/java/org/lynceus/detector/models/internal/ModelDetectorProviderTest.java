package org.lynceus.detector.models.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Detector;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Point;
import org.lynceus.detector.models.internal.ModelDetectorProvider.RegisteredModel;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.role.Classification;
import org.lynceus.model.api.role.DetectedFace;
import org.lynceus.model.api.role.DetectedObject;
import org.lynceus.model.api.role.Role;
import org.lynceus.model.api.role.TextLine;
import org.lynceus.model.api.role.TextRegion;
import org.osgi.framework.ServiceReference;

class ModelDetectorProviderTest {
    private static final BoundingBox BOX = new BoundingBox(0.25f, 0.5f, 0.125f, 0.25f);

    private final FakeServices services = new FakeServices();
    private final ModelDetectorProvider provider = new ModelDetectorProvider(services.context());
    private final BlackImage image = new BlackImage();

    @Test
    void aModelAnswersForItsRoleAndForItselfWithItsRanking() throws VisionException {
        List<DetectedObject> found =
                List.of(new DetectedObject(3, "cup", 90, BOX), new DetectedObject(1, "cat", 40, BOX));
        add(new FakeModel("boxes", "object-detection", found, Role.OBJECT_DETECTION), 7);

        assertThat(types()).containsExactly("object-detection", "model:boxes");
        assertThat(services.detectors)
                .extracting(FakeServices.Registered::ranking)
                .containsOnly(7);
        for (String type : types()) {
            Detector<ModelOptions, ObjectsResult> detector = services.detector(type);
            ObjectsResult result = detector.detect(image, new ModelOptions(50f, null));
            assertThat(result.objects()).containsExactly(found.get(0));
            assertThat(result.model()).isEqualTo(new ModelName("boxes", "1.0", "object-detection"));
            assertThat(detector.type().name()).isEqualTo(type);
        }
        assertThat(image.open).isZero();
    }

    @Test
    void aModelOfAnotherRoleAnswersByTheContractThatItsDecoderFits() throws VisionException {
        List<Classification> classes = List.of(new Classification(5, "soup", 80), new Classification(2, "stew", 20));
        add(
                new FakeModel(
                        "dishes",
                        "food-classification",
                        classes,
                        Role.IMAGE_CLASSIFICATION,
                        Role.MODERATION_CLASSIFICATION),
                0);

        Detector<ModelOptions, LabelsResult> detector = services.detector("food-classification");
        assertThat(types()).containsExactly("food-classification", "model:dishes");
        assertThat(detector.detect(image, new ModelOptions(null, 1)).labels()).containsExactly(classes.get(0));
    }

    @Test
    void pointsOfFacesHaveTheNamesThatTheModelGivesThem() throws VisionException {
        DetectedFace face =
                new DetectedFace(99, BOX, List.of(new Point(0.1f, 0.2f), new Point(0.3f, 0.4f), new Point(0.5f, 0.6f)));
        add(new FakeModel("eyes", "face-detection", List.of(face), Role.FACE_DETECTION), 0);

        Detector<ModelOptions, FacesResult> detector = services.detector("face-detection");
        assertThat(detector.detect(image, ModelOptions.DEFAULT).faces())
                .singleElement()
                .satisfies(found -> assertThat(found.keypoints())
                        .extracting(KeypointBox.Keypoint::name)
                        .containsExactly(Optional.of("leftEye"), Optional.of("rightEye"), Optional.empty()));
    }

    @Test
    void whatADecoderOfFacesFindsForAnotherRoleIsNotCalledAFace() throws VisionException {
        DetectedFace palm = new DetectedFace(70, BOX, List.of());
        add(new FakeModel("palms", "palm-detection", List.of(palm), Role.FACE_DETECTION), 0);

        Detector<ModelOptions, DetectionsResult> detector = services.detector("palm-detection");
        assertThat(detector.detect(image, ModelOptions.DEFAULT).detections())
                .extracting(KeypointBox::box)
                .containsExactly(BOX);
    }

    @Test
    void textHasAnUprightBoxAroundItsCorners() throws VisionException {
        List<Point> corners = List.of(
                new Point(0.25f, 0.5f), new Point(0.75f, 0.25f), new Point(0.875f, 0.5f), new Point(0.375f, 0.75f));
        add(new FakeModel("lines", "text-detection", List.of(new TextRegion(60, corners)), Role.TEXT_DETECTION), 0);

        Detector<ModelOptions, TextResult> detector = services.detector("text-detection");
        assertThat(detector.detect(image, ModelOptions.DEFAULT).text())
                .containsExactly(new TextResult.Line(60, new BoundingBox(0.25f, 0.25f, 0.625f, 0.5f), corners));
    }

    @Test
    void aRecogniserIsAskedByItsNameOnly() throws VisionException {
        TextLine line = new TextLine(List.of(new TextLine.Symbol("o", 90, 0.2f), new TextLine.Symbol("k", 70, 0.7f)));
        add(new FakeModel("latin", "text-recognition", line, Role.TEXT_RECOGNITION), 0);

        assertThat(types()).containsExactly("model:latin");
        Detector<ModelOptions, LinesResult> detector = services.detector("model:latin");
        assertThat(detector.detect(image, ModelOptions.DEFAULT).lines())
                .containsExactly(new LinesResult.Line("ok", 80, line.symbols()));
        assertThat(detector.detect(image, new ModelOptions(81f, null)).lines()).isEmpty();
    }

    @Test
    void noModelTakesTheNameOfAnAnalysis() {
        add(new FakeModel("impostor", "faces", List.of(), Role.IMAGE_CLASSIFICATION), 9);

        assertThat(types()).containsExactly("model:impostor");
    }

    @Test
    void aModelThatIsNotOfPicturesGetsNoDetector() {
        assertThat(add(new FakeModel("mesh", "face-mesh", List.of()), 0)).isNull();

        assertThat(types()).isEmpty();
        assertThat(services.held()).isZero();
    }

    @Test
    void aDecoderThatDoesNotFitItsRoleHarmsNoOtherModel() {
        add(new FakeModel("good", "object-detection", List.of(), Role.OBJECT_DETECTION), 0);

        assertThat(add(new FakeModel("wrong", "object-detection", List.of(), Role.IMAGE_CLASSIFICATION), 1))
                .isNull();
        assertThat(add(
                        new FakeModel("broken", "some-detection", List.of(), Role.IMAGE_CLASSIFICATION)
                                .failing(new IllegalStateException("closed")),
                        1))
                .isNull();

        assertThat(types()).containsExactly("object-detection", "model:good");
        assertThat(services.held()).isOne();
    }

    @Test
    void aModelThatGoesSendsCallersToItsSuccessorAndIsLetGo() {
        FakeModel model = new FakeModel("boxes", "object-detection", List.of(), Role.OBJECT_DETECTION);
        ServiceReference<Model> reference = services.reference(model, 0);
        RegisteredModel registered = provider.addingService(reference);
        Detector<ModelOptions, ObjectsResult> detector = services.detector("object-detection");
        assertThat(model.open).hasValue(1);

        provider.removedService(reference, registered);

        assertThat(types()).isEmpty();
        assertThat(model.open).hasValue(0);
        assertThat(services.held()).isZero();
        assertThatThrownBy(() -> detector.detect(image, ModelOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        VisionException.class, e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.RETIRED));
    }

    private RegisteredModel add(FakeModel model, int ranking) {
        return provider.addingService(services.reference(model, ranking));
    }

    private List<String> types() {
        return services.detectors.stream().map(FakeServices.Registered::type).toList();
    }
}
