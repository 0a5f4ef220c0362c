package org.lynceus.client.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BoxTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void overlapIsTheSharedPartOfBoth() {
        Box box = new Box(0, 0, 0.2, 0.2);

        assertThat(box.iou(box)).isCloseTo(1, ROUNDING);
        assertThat(box.iou(new Box(0.1, 0, 0.2, 0.2))).isCloseTo(1 / 3.0, ROUNDING);
        assertThat(box.iou(new Box(0.2, 0, 0.2, 0.2))).isZero();
    }

    @Test
    void turningClockwiseMovesTheUpperLeftToTheUpperRight() {
        Box turned = new Box(0.1, 0.2, 0.3, 0.05).turned(1);

        assertThat(turned.left()).isCloseTo(0.75, ROUNDING);
        assertThat(turned.top()).isCloseTo(0.1, ROUNDING);
        assertThat(turned.width()).isCloseTo(0.05, ROUNDING);
        assertThat(turned.height()).isCloseTo(0.3, ROUNDING);
    }

    @Test
    void turningBackUndoesIt() {
        Box box = new Box(0.1, 0.2, 0.3, 0.05);

        assertThat(box.turned(3).turned(-3).iou(box)).isCloseTo(1, ROUNDING);
    }

    @Test
    void marginsEndAtThePicture() {
        Box widened = new Box(0.1, 0.4, 0.2, 0.2).widened(1);

        assertThat(widened.left()).isZero();
        assertThat(widened.width()).isCloseTo(0.5, ROUNDING);
        assertThat(widened.top()).isCloseTo(0.2, ROUNDING);
        assertThat(widened.height()).isCloseTo(0.6, ROUNDING);
    }

    @Test
    void aCutOutHasRatiosOfItsOwn() {
        Box seen = new Box(0.5, 0.5, 0.1, 0.1).within(new Box(0.4, 0.5, 0.4, 0.2));

        assertThat(seen.left()).isCloseTo(0.25, ROUNDING);
        assertThat(seen.top()).isCloseTo(0, ROUNDING);
        assertThat(seen.width()).isCloseTo(0.25, ROUNDING);
        assertThat(seen.height()).isCloseTo(0.5, ROUNDING);
    }
}
