package org.lynceus.packer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.lynceus.forge.onnx.Tensors;

/** Which family a graph is taken for, and how it is fed then. Every bundle was loaded as a server does. */
class FamilyGuessTest {
    private static final float NEAR = 0.1f;

    @TempDir
    private Path folder;

    @Test
    void yoloFamiliesByTheNumberOfRows() throws Exception {
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 84, 85)))
                .contains("--decoder yolox", "--color BGR", "boxes.decoded=false", "the 80 classes of COCO");
        assertThat(pack("object-detection", 64, output("o", 60, 1, 84, 85))).contains("boxes.decoded=true");
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 64, 85))).contains("--set strides=8 ");
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 252, 85)))
                .contains("--decoder yolov5", "--scale 0.003921569", "--fit letterbox ");
        assertThat(pack("object-detection", 32, output("o", NEAR, 1, 84, 21))).contains("--decoder yolov8");
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 50, 6))).contains("YOLOv10 style");
    }

    @Test
    void labelsTellWhatColumnsAre() throws Exception {
        Path three = labels(3);
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 7, 99), "--labels", three))
                .contains("--decoder yolov8");
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 84, 7), "--labels", three, "--decoder", "yolov8"))
                .as("turned round")
                .contains("YOLOv8");
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 33, 8), "--labels", three))
                .contains("--decoder yolov5");
    }

    @Test
    void queryFamiliesByTheNumberOfClasses() throws Exception {
        Map<String, Float> logits = output("pred_logits", -NEAR, 1, 10, 80);
        logits.putAll(output("pred_boxes", NEAR, 1, 10, 4));
        assertThat(pack("object-detection", 64, logits)).contains("RT-DETR or D-FINE", "--activation sigmoid");

        Map<String, Float> detr = output("a", -NEAR, 1, 10, 4);
        detr.putAll(output("b", NEAR, 1, 10, 4));
        assertThat(pack("object-detection", 64, detr, "--labels", labels(3)))
                .contains("DETR: a [1,10,4] and b [1,10,4]", "--activation softmax");
    }

    @Test
    void finishedDetectionsByTheirNames() throws Exception {
        Map<String, Float> outputs = output("detection_boxes", NEAR, 1, 10, 4);
        outputs.putAll(output("detection_classes", 1, 1, 10));
        outputs.putAll(output("detection_scores", NEAR, 1, 10));
        outputs.putAll(output("num_detections", 1, 1));

        assertThat(pack("object-detection", 64, outputs, "--labels", labels(5)))
                .contains("--decoder ssd", "boxes.order=yxyx", "boxes.space=ratio", "classes.first=1");
        assertThat(pack("object-detection", 64, outputs))
                .contains("the 91 classes of COCO")
                .doesNotContain("classes.first");
    }

    @Test
    void faceFamiliesByTheirOutputs() throws Exception {
        Map<String, Float> scrfd = output("s8", NEAR, 128, 1);
        Map<String, Float> yunet = output("cls_8", NEAR, 1, 64, 1);
        for (int stride : new int[] {8, 16, 32}) {
            int cells = (64 / stride) * (64 / stride);
            scrfd.putAll(output("s" + stride, NEAR, 2 * cells, 1));
            scrfd.putAll(output("b" + stride, NEAR, 2 * cells, 4));
            scrfd.putAll(output("k" + stride, NEAR, 2 * cells, 10));
            yunet.putAll(output("cls_" + stride, NEAR, 1, cells, 1));
            yunet.putAll(output("obj_" + stride, NEAR, 1, cells, 1));
            yunet.putAll(output("bbox_" + stride, NEAR, 1, cells, 4));
            yunet.putAll(output("kps_" + stride, NEAR, 1, cells, 10));
        }
        Map<String, Float> retina = output("loc", NEAR, 1, 168, 4);
        retina.putAll(output("conf", NEAR, 1, 168, 2));
        retina.putAll(output("landms", NEAR, 1, 168, 10));

        assertThat(pack("face-detection", 64, scrfd))
                .contains("--decoder scrfd", "anchors.per.cell=2", "--scale 0.0078125");
        assertThat(pack("face-detection", 64, yunet)).contains("--decoder yunet", "--color BGR", "--mean 0 ");
        assertThat(pack("face-detection", 64, retina)).contains("--decoder retinaface", "--mean 104,117,123");
    }

    @Test
    void textFamiliesByTheirShapes() throws Exception {
        assertThat(pack("text-detection", 64, output("p", NEAR, 1, 1, 64, 64))).contains("--decoder db");
        assertThat(pack("text-recognition", 48, output("p", NEAR, 1, 12, 7), "--dictionary", labels(5)))
                .contains("--decoder ctc", "--color BGR");
    }

    @Test
    void secondInputsThatAreKnownGetTheirValue() throws Exception {
        Map<String, Float> outputs = output("labels", 1, 1, 10);
        outputs.putAll(output("boxes", NEAR, 1, 10, 4));
        outputs.putAll(output("scores", NEAR, 1, 10));
        ModelProto model = constant(64, outputs);
        ValueInfoProto sizes = Tensors.declaration("orig_target_sizes", List.of(-1L, 2L));
        ValueInfoProto.Builder integers = sizes.toBuilder();
        integers.getTypeBuilder().getTensorTypeBuilder().setElemType(TensorProto.DataType.INT64.getNumber());
        ModelProto official = model.toBuilder()
                .setGraph(model.getGraph().toBuilder().addInput(integers))
                .build();

        assertThat(pack("object-detection", official)).contains("--decoder ssd", "boxes.order=xyxy");
    }

    @Test
    void statedFactsComeFirst() throws Exception {
        assertThat(pack("object-detection", 64, output("o", NEAR, 1, 84, 85), "--color", "rgb", "--scale", "1/255"))
                .doesNotContain("--color", "--scale")
                .contains("--mean 0");
    }

    private Path labels(int count) throws Exception {
        String names = IntStream.range(0, count).mapToObj(i -> "name " + i).collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("labels" + count + ".txt"), names);
    }

    private static Map<String, Float> output(String name, float value, long... shape) {
        String key = name + " "
                + IntStream.range(0, shape.length)
                        .mapToObj(axis -> Long.toString(shape[axis]))
                        .collect(Collectors.joining(","));
        return new LinkedHashMap<>(Map.of(key, value));
    }

    private String pack(String role, int side, Map<String, Float> outputs, Object... more) throws Exception {
        return pack(role, constant(side, outputs), more);
    }

    private String pack(String role, ModelProto model, Object... more) throws Exception {
        Path file = Files.write(folder.resolve("guess.onnx"), model.toByteArray());
        List<Object> words =
                new ArrayList<>(List.of("pack", "--role", role, "--file", file, "-o", folder.resolve("guess.jar")));
        words.addAll(List.of(more));
        Shell pack = Shell.run(words.toArray());
        assertThat(pack.err()).isEmpty();
        return pack.out();
    }

    /** A graph whose outputs do not depend on the picture. */
    private static ModelProto constant(int side, Map<String, Float> outputs) {
        GraphBuilder graph = new GraphBuilder("constant");
        graph.input("picture", List.of(1L, 3L, (long) side, (long) side));
        graph.reserve(outputs.keySet().stream().map(key -> key.split(" ")[0]).toList());
        String zero = graph.node(
                "Mul",
                "zero",
                List.of(
                        graph.node("ReduceMean", "mean", List.of("picture"), Attributes.integer("keepdims", 0)),
                        graph.constant("nothing", new float[] {0})));
        outputs.forEach((key, value) -> {
            String name = key.split(" ")[0];
            long[] shape = Arrays.stream(key.split(" ")[1].split(","))
                    .mapToLong(Long::parseLong)
                    .toArray();
            float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            Arrays.fill(values, value);
            String result = graph.node("Add", "sum", List.of(graph.constant("values", values, shape), zero));
            graph.output(result, name, Arrays.stream(shape).boxed().toList());
        });
        return graph.build();
    }
}
