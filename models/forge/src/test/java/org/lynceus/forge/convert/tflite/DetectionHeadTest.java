package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlexBuffersBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.Converted;
import org.tensorflow.lite.schema.BuiltinOperator;

class DetectionHeadTest {
    private static final float[] ANCHORS = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f};

    private final SmallGraph graph = new SmallGraph(false, 1, 2, 4);

    @Test
    void boxesAndScoresComeOutInsteadOfDetections() throws ForgeException {
        Converted converted = converted(new byte[0], ANCHORS);
        Map<String, float[]> outputs = run(converted);
        assertThat(outputs.keySet()).containsExactly("raw_boxes", "class_scores");
        SmallGraph.assertClose(outputs.get("raw_boxes"), graph.values());
        assertThat(outputs.get("class_scores")).hasSize(2 * 4);
        float[] anchors = new float[8];
        ByteBuffer.wrap(converted.files().get("anchors.f32"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(anchors);
        assertThat(anchors).containsExactly(ANCHORS);
    }

    @Test
    void scalesAndBackgroundOfTheOperatorAreTakenOut() throws ForgeException {
        FlexBuffersBuilder options = new FlexBuffersBuilder();
        int map = options.startMap();
        options.putFloat("y_scale", 10f);
        options.putFloat("x_scale", 10f);
        options.putFloat("h_scale", 5f);
        options.putFloat("w_scale", 5f);
        options.putInt("num_classes", 3);
        options.endMap(null, map);
        ByteBuffer finished = options.finish();
        byte[] bytes = new byte[finished.remaining()];
        finished.get(bytes);

        Map<String, float[]> outputs = run(converted(bytes, ANCHORS));
        float[] boxes = graph.values();
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] /= i % 4 < 2 ? 10 : 5;
        }
        SmallGraph.assertClose(outputs.get("raw_boxes"), boxes);
        float[] scores = new float[6];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.max(graph.at(0, i / 3, i % 3 + 1), 0);
        }
        SmallGraph.assertClose(outputs.get("class_scores"), scores);
    }

    @Test
    void anchorsThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> converted(new byte[0], new float[] {1, 2, 3, 4}))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("TFLite_Detection_PostProcess")
                .hasMessageContaining("'anchors'");
    }

    private Converted converted(byte[] options, float[] anchors) throws ForgeException {
        TfliteWriter file = graph.file();
        int scores = file.tensor("scores", 1, 2, 4);
        file.operator(BuiltinOperator.RELU, new int[] {graph.start()}, new int[] {scores});
        int table = file.floats("anchors", anchors, anchors.length / 4, 4);
        int[] detections = {
            file.tensor("boxes", 1, 9, 4), file.tensor("classes", 1, 9), file.tensor("best", 1, 9), file.tensor("n", 1)
        };
        file.custom(DetectionHead.OPERATOR, new int[] {graph.start(), scores, table}, detections, options);
        return graph.convert(1, detections).converted();
    }

    private Map<String, float[]> run(Converted converted) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", converted.graph().toByteArray(), 1)) {
            return runner.run(graph.values(), List.of(1L, 2L, 4L));
        }
    }
}
