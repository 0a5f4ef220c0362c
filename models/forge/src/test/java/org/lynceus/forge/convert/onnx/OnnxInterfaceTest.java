package org.lynceus.forge.convert.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.Tensors;

class OnnxInterfaceTest {
    private static final List<Long> PIXELS = List.of(1L, 1L, 1L, 2L);

    @Test
    void severalInputsAreNamedWithTheWayOut() {
        assertThatThrownBy(() -> convert(masked(), Map.of()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test")
                .hasMessageContaining("[image, mask, sizes]")
                .hasMessageContaining("convert.constant.<input>");
    }

    /** (image * mask) + width of sizes. */
    @Test
    void oneValueFillsAnInputAndSeveralAreTakenAsTheyAre() throws ForgeException {
        ModelProto model = convert(masked(), Map.of("constant.mask", "2", "constant.sizes", "7, 10"));

        assertThat(constant(model, "mask").getDimsList()).containsExactly(1L, 1L, 2L);
        assertThat(constant(model, "sizes").getDimsList()).containsExactly(1L, 2L);
        assertThat(run(model, PIXELS, 3, 4)).containsExactly(16, 18);
    }

    @Test
    void wrongNumberOfValuesIsRefused() {
        assertThatThrownBy(() -> convert(masked(), Map.of("constant.mask", "1", "constant.sizes", "1,2,3")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("convert.constant.sizes: 3 values do not fill the shape [1, 2]");
        assertThatThrownBy(() -> convert(masked(), Map.of("constant.mask", "one", "constant.sizes", "1")))
                .hasMessageContaining("convert.constant.mask: 'one' is not a list of numbers");
    }

    @Test
    void constantForAnInputThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> convert(masked(), Map.of("constant.size", "1")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("there is no input for convert.constant.size")
                .hasMessageContaining("[image, mask, sizes]");
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "INT32", "INT64", "FLOAT16", "DOUBLE"})
    void inputsAndOutputsOfAnyNumbersBecomeFloats(DataType type) throws ForgeException {
        ModelProto model = convert(
                new OnnxText()
                        .input("image", type, "1 1 1 2")
                        .node("Identity", "same", List.of("image"))
                        .node("Identity", "copy", List.of("same"))
                        .output("same", type, "1 1 1 2")
                        .output("copy", type, "1 1 1 2")
                        .model(),
                Map.of());

        assertThat(model.getGraph().getInput(0).getName()).isEqualTo("image");
        assertThat(model.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly("Cast", "Identity", "Identity", "Cast", "Cast");
        assertThat(run(model, PIXELS, 3, 120)).containsExactly(3, 120);
    }

    @Test
    void inputThatIsNotOfNumbersIsRefused() {
        ModelProto text = new OnnxText()
                .input("words", DataType.STRING, "1 2")
                .node("Identity", "out", List.of("words"))
                .output("out", DataType.STRING, "1 2")
                .model();

        assertThatThrownBy(() -> convert(text, Map.of()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'words' is not a tensor of numbers (STRING)");
    }

    @Test
    void selectedOutputsNeedNoInputsOfTheOthers() throws ForgeException {
        ModelProto twoTowers = new OnnxText()
                .input("image", DataType.FLOAT, "1 1 1 2")
                .input("words", DataType.INT64, "1 2")
                .cast("text", "words", DataType.FLOAT)
                .node("Relu", "positive", List.of("image"))
                .node("Neg", "negative", List.of("positive"))
                .node("Mul", "match", List.of("negative", "text"))
                .output("match", DataType.FLOAT, "1 1 1 2")
                .output("negative", DataType.FLOAT, "1 1 1 2")
                .model();

        ModelProto model = convert(twoTowers, Map.of("outputs", "negative, positive"));

        assertThat(model.getGraph().getOutputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("negative", "positive");
        assertThat(model.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly("Relu", "Neg");
        assertThat(run(model, PIXELS, -1, 2)).containsExactly(-0f, -2);
        assertThatThrownBy(() -> convert(twoTowers, Map.of("outputs", "other")))
                .hasMessageContaining("convert.outputs names 'other'")
                .hasMessageContaining("[match, negative]");
    }

    @Test
    void weightsInOtherFilesAreRefused() {
        TensorProto elsewhere = TensorProto.newBuilder()
                .setName("weights")
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(2)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("model.onnx_data"))
                .build();
        ModelProto model = new OnnxText()
                .input("image", DataType.FLOAT, "1 1 1 2")
                .initializer(elsewhere)
                .node("Add", "out", List.of("image", "weights"))
                .output("out", DataType.FLOAT, "1 1 1 2")
                .model();

        assertThatThrownBy(() -> convert(model, Map.of()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("the tensor 'weights' lies in 'model.onnx_data'");
    }

    @Test
    void constantsBecomeInitializersThatNobodyCanReplace() throws ForgeException {
        ModelProto model = convert(
                new OnnxText()
                        .input("image", DataType.FLOAT, "1 1 1 2")
                        .input("weights", DataType.FLOAT, "2")
                        .initializer(Tensors.floats("weights", new float[] {1, 2}, 2))
                        .constant("offset", Tensors.floats("", new float[] {10}, 1))
                        .node("Mul", "product", List.of("image", "weights"))
                        .node("Add", "out", List.of("product", "offset"))
                        .output("out", DataType.FLOAT, "1 1 1 2")
                        .model(),
                Map.of());

        assertThat(model.getGraph().getInputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("image");
        assertThat(model.getGraph().getInitializerList())
                .extracting(TensorProto::getName)
                .containsExactly("weights", "offset");
        assertThat(run(model, PIXELS, 3, 4)).containsExactly(13, 18);
    }

    private static ModelProto masked() {
        return new OnnxText()
                .input("image", DataType.FLOAT, "batch 1 height width")
                .input("mask", DataType.INT64, "batch height width")
                .input("sizes", DataType.INT32, "n 2")
                .initializer(Tensors.integers("second", new long[] {1}, 1))
                .cast("factors", "mask", DataType.FLOAT)
                .cast("numbers", "sizes", DataType.FLOAT)
                .node("Gather", "width", List.of("numbers", "second"), Attributes.integer("axis", 1))
                .node("Mul", "product", List.of("image", "factors"))
                .node("Add", "out", List.of("product", "width"))
                .output("out", DataType.FLOAT, "? 1 ? ?")
                .model();
    }

    private static ModelProto convert(ModelProto source, Map<String, String> options) throws ForgeException {
        List<Long> shape = Tensors.shape(source.getGraph().getInput(0)).size() == 4 ? PIXELS : List.of(1L, 2L);
        GraphRequest request = new GraphRequest("test", "main", Optional.of(shape), Layout.NCHW, options);
        return new OnnxConverter()
                .convert(new Weights(source.toByteArray()), request)
                .graph();
    }

    private static TensorProto constant(ModelProto model, String name) {
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The values of the first output. */
    private static float[] run(ModelProto model, List<Long> shape, float... values) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            return runner.run(values, shape).get(model.getGraph().getOutput(0).getName());
        }
    }
}
