package org.lynceus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BoundingBoxTest {
    private final BoundingBox box = new BoundingBox(0, 0, 0.5f, 0.5f);

    @Test
    void overlapIsIntersectionOverUnion() {
        assertThat(box.iou(box)).isEqualTo(1);
        assertThat(box.iou(new BoundingBox(0.25f, 0, 0.5f, 0.5f)))
                .isCloseTo(1 / 3f, org.assertj.core.data.Offset.offset(1e-6f));
        assertThat(box.iou(new BoundingBox(0.5f, 0, 0.5f, 0.5f))).isZero();
    }

    @Test
    void mayLeaveTheImageButMustBeABox() {
        assertThat(new BoundingBox(-0.1f, 0, 1.2f, 1).right()).isEqualTo(1.1f);
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(0, 0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundingBox(0, 0, Float.NaN, 1));
    }
}
