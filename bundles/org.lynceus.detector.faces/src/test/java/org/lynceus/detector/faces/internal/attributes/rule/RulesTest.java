package org.lynceus.detector.faces.internal.attributes.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.face.AgeRange;
import org.lynceus.api.face.Emotion;
import org.lynceus.api.face.EyeDirection;
import org.lynceus.api.face.Judgement;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.attributes.view.IrisView;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;
import org.opencv.core.Point;

class RulesTest {
    @Test
    void genderIsEvenAtTheThresholdAndKeepsItsOrder() {
        assertThat(GenderRule.male(0.78)).isCloseTo(0.5, within(1e-9));
        assertThat(GenderRule.male(0.6)).isLessThan(0.5);
        assertThat(GenderRule.male(0.95)).isGreaterThan(0.5);
        assertThat(GenderRule.male(0)).isPositive();
        assertThat(GenderRule.male(1)).isLessThan(1);
    }

    @Test
    void oneEmotionLeadsAndConfusionStaysSmall() {
        List<Judgement<Emotion>> sure = EmotionRule.judge(new double[] {0.02, 0.01, 0.01, 0.9, 0.02, 0.02, 0.02}, 1);

        assertThat(sure).hasSize(8);
        assertThat(sure.get(0)).isEqualTo(new Judgement<>(Emotion.HAPPY, 90f));
        assertThat(confidence(sure, Emotion.CONFUSED)).isBetween(0f, 1f);
    }

    @Test
    void whereNoEmotionLeadsTheFaceLooksConfused() {
        double even = 1.0 / 7;
        List<Judgement<Emotion>> flat = EmotionRule.judge(new double[] {even, even, even, even, even, even, even}, 1);

        assertThat(flat.get(0).value()).isEqualTo(Emotion.CONFUSED);
        assertThat(flat.get(0).confidence()).isCloseTo(15, within(0.01f));
    }

    @Test
    void emotionsThatCannotBeSeenAreAllAlike() {
        assertThat(EmotionRule.judge(new double[] {0, 0, 0, 1, 0, 0, 0}, 0))
                .extracting(Judgement::confidence)
                .containsOnly(12.5f);
    }

    @Test
    void theGapOfTheLipsOpensTheMouthInAProfileToo() {
        assertThat(MouthRule.open(new Faces().lips(150, 1).view())).isLessThan(0.2);
        assertThat(MouthRule.open(new Faces().lips(150, 3.75).view())).isCloseTo(0.5, within(1e-6));
        assertThat(MouthRule.open(new Faces().lips(150, 15).view())).isGreaterThan(0.95);
        assertThat(MouthRule.openness(new Faces().lips(150, 15).yaw(60).view())).isCloseTo(0.15, within(1e-6));
    }

    @Test
    void happyAndLiftedCornersMakeASmile() {
        FaceView lifted = new Faces().lips(156, 0).view();
        FaceView flat = new Faces().lips(150, 0).view();

        assertThat(MouthRule.lift(lifted)).isCloseTo(0.1, within(1e-9));
        assertThat(MouthRule.smile(lifted, 0.95)).isGreaterThan(0.95);
        assertThat(MouthRule.smile(flat, 0.05)).isLessThan(0.05);
        assertThat(MouthRule.smile(lifted, 0.5)).isGreaterThan(0.5);
        assertThat(MouthRule.smile(flat, 0.5)).isLessThan(0.5);
        assertThat(MouthRule.smile(flat, 0.6)).isLessThan(MouthRule.smile(lifted, 0.6));
    }

    @Test
    void oneClosedEyeIsEnough() {
        assertThat(open(new Faces().lids(0.3, 0.3), 0.99, 0.99)).isGreaterThan(0.95);
        assertThat(open(new Faces().lids(0.3, 0.08), 0.99, 0.02)).isLessThan(0.05);
        assertThat(open(new Faces().lids(0.08, 0.3), 0.02, 0.99)).isLessThan(0.05);
        assertThat(EyesOpenRule.open(new Faces().lids(0.3, 0.3).view(), List.of())
                        .orElseThrow())
                .isGreaterThan(0.9);
        assertThat(EyesOpenRule.open(new Faces().withoutMesh().view(), List.of()))
                .isEmpty();
    }

    @Test
    void inAProfileTheNearEyeCounts() {
        assertThat(open(new Faces().lids(0.6, 0.05).yaw(60), 0.99, 0.01)).isGreaterThan(0.9);
        assertThat(open(new Faces().lids(0.6, 0.05).yaw(-60), 0.99, 0.01)).isLessThan(0.1);
    }

    @Test
    void pupilsAtRestLookIntoTheCamera() {
        EyeDirection direction = gaze(new Faces(), 0, 0, 0, 0);

        assertThat(direction.yaw()).isCloseTo(0, within(0.01f));
        assertThat(direction.pitch()).isCloseTo(0, within(0.01f));
        assertThat(direction.confidence()).isCloseTo(100, within(0.01f));
    }

    @Test
    void pupilsToTheRightAndUpLookThere() {
        // 6 of 12 mm: 30 degrees.
        EyeDirection direction = gaze(new Faces(), 6, 6, 6, 6);

        assertThat(direction.yaw()).isCloseTo(30, within(0.01f));
        assertThat(direction.pitch()).isCloseTo(30, within(0.01f));
    }

    @Test
    void inAProfileTheNearEyeLooks() {
        // At a yaw of 60 degrees 6 mm look like 3, and the middle of the eyeball appears 0.87 mm to the right.
        EyeDirection direction = gaze(new Faces().yaw(60), 2 * (6 + 0.866 + 1.8) - 1.8, 0, -12, 0);

        assertThat(direction.yaw()).isCloseTo(30, within(0.1f));
        assertThat(direction.confidence()).isBetween(20f, 70f);
    }

    @Test
    void gazeIsDoubtfulWhereTheEyesDisagreeOrAreClosedOrSmall() {
        assertThat(gaze(new Faces(), 3, 0, -3, 0).confidence()).isBetween(20f, 80f);
        assertThat(gaze(new Faces().lids(0.02, 0.02), 0, 0, 0, 0).confidence()).isZero();
        assertThat(gaze(new Faces().size(60), 0, 0, 0, 0).confidence()).isBetween(20f, 50f);
        assertThat(GazeRule.direction(new Faces().view(), List.of(), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3", "20, 14, 26", "35, 34, 49", "50, 51, 72", "75, 75, 96"})
    void theRangeGrowsWithTheAgeThatIsCorrectedUpwards(double expected, int low, int high) {
        assertThat(AgeRule.usual().range(expected, 1)).isEqualTo(new AgeRange(low, high));
    }

    @Test
    void ofAFaceThatIsHardToSeeTheRangeIsWider() {
        AgeRange clear = AgeRule.usual().range(30, 1);
        AgeRange unclear = AgeRule.usual().range(30, 0);

        assertThat(unclear.low()).isLessThan(clear.low());
        assertThat(unclear.high()).isGreaterThan(clear.high());
    }

    @Test
    void aHeadsModelMayBringAnotherCorrection() {
        AgeRule rule = AgeRule.of(heads(Map.of("age.raw", "10, 50", "age.corrected", "10, 70")))
                .orElseThrow();

        AgeRange range = rule.range(30, 1);

        assertThat((range.low() + range.high()) / 2.0).isCloseTo(40, within(0.51));
        assertThat(AgeRule.of(heads(Map.of()))).isEmpty();
        assertThatThrownBy(() -> AgeRule.of(heads(Map.of("age.raw", "10,50", "age.corrected", "10"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not knots of an ascending function");
    }

    private static double open(Faces face, double left, double right) {
        return EyesOpenRule.open(face.view(), List.of(left, right)).orElseThrow();
    }

    /** Gaze of pupils that are so many millimetres (30 between the corners) to the right of and above where they rest. */
    private static EyeDirection gaze(Faces face, double leftX, double leftY, double rightX, double rightY) {
        FaceView view = face.view();
        return GazeRule.direction(
                        view,
                        List.of(iris(60, 1.8 + leftX, leftY), iris(140, -1.8 + rightX, rightY)),
                        Clarity.of(view).ofEyes())
                .orElseThrow();
    }

    private static IrisView iris(double middle, double right, double up) {
        double pixels = 40.0 / 30;
        return new IrisView(new Point(middle + right * pixels, 80 - (1.8 + up) * pixels), new Point(middle, 79));
    }

    private static float confidence(List<Judgement<Emotion>> emotions, Emotion emotion) {
        return emotions.stream()
                .filter(one -> one.value() == emotion)
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    private static ModelInfo heads(Map<String, String> properties) {
        GraphInfo graph = new GraphInfo(
                "judge",
                "judge.onnx",
                "00",
                List.of(-1L, 1L, 1L, 1L),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.GRAY,
                List.of(0f),
                List.of(1f));
        return new ModelInfo("heads", "1", "face-attributes", List.of(graph), List.of("beard"), properties);
    }
}
