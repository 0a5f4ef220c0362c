package org.lynceus.forge.bundle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.forge.ForgeException;

class LabelCountTest {
    @ParameterizedTest
    @CsvSource({
        "classification, 1 1000, 1000",
        "attributes, -1 5, 5",
        "ctc, 1 40 97, 95",
        "ctc, 1 40 97, 96",
        "yolox, 1 8400 85, 80",
        "yolov8, 1 84 8400, 80",
        "detr, 1 300 80, 80",
        "detr, 1 100 92, 91",
        "efficientdet, 1 37629 90, 90",
        "nanodet, 1 1600 112, 80",
        "segmentation, 1 256 256 6, 6",
        "keypoints, 1 1 17 3, 5"
    })
    void asManyLabelsAsClassesFit(String decoder, String shape, int labels) {
        assertThatCode(() -> require(decoder, shape, labels)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "classification, 1 1000, 1001",
        "classification, 1 1000, 999",
        "attributes, -1 5, 6",
        "ctc, 1 40 97, 97",
        "yolox, 1 8400 85, 81",
        "yolov8, 1 84 8400, 79",
        "detr, 1 100 92, 90",
        "efficientdet, 1 37629 90, 91",
        "nanodet, 1 1600 112, 81",
        "segmentation, 1 256 256 6, 7"
    })
    void oneLabelTooManyOrTooFewIsRefused(String decoder, String shape, int labels) {
        assertThatThrownBy(() -> require(decoder, shape, labels))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model m: " + labels + " labels")
                .hasMessageContaining("'" + decoder + "'");
    }

    private static void require(String decoder, String shape, int labels) throws ForgeException {
        Properties properties = new Properties();
        properties.setProperty("decoder", decoder);
        properties.setProperty("bins", "8");
        List<Long> sizes = Arrays.stream(shape.split(" ")).map(Long::valueOf).toList();
        LabelCount.require("Model m", properties, labels, List.of(List.of(1L, 4L), sizes));
    }
}
