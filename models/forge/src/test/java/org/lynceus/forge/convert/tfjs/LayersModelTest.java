package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.forge.convert.tfjs.Definitions.assertClose;
import static org.lynceus.forge.convert.tfjs.Definitions.image;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.random;

import ai.onnx.proto.OnnxMl.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.tfjs.Definitions.Image;

class LayersModelTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 5;
    private static final int CHANNELS = 3;
    private static final float[] INPUT = random(1, ROWS * COLUMNS * CHANNELS);
    private static final Image IMAGE = new Image(INPUT, ROWS, COLUMNS, CHANNELS);

    private final TfjsWriter file = new TfjsWriter();

    @Test
    void convolutionAndNormalizationWithoutFactorBecomeOne() throws Exception {
        float[] kernel = random(2, 9 * CHANNELS * 2);
        float[] mean = {1, -2};
        float[] variance = {4, 0.25f};
        float[] beta = {0.5f, 3};
        sequential(
                "{'class_name':'Conv2D','config':{'name':'conv','filters':2,'kernel_size':[3,3],'strides':[2,2],"
                        + "'padding':'same','use_bias':false,'activation':'linear'}}",
                "{'class_name':'BatchNormalization','config':{'name':'bn','axis':[3],'scale':false,'center':true,"
                        + "'epsilon':0.001}}",
                "{'class_name':'Activation','config':{'name':'act','activation':'relu'}}");
        file.weight("conv/kernel", kernel, 3, 3, CHANNELS, 2)
                .weight("bn/beta", beta, 2)
                .weight("bn/moving_mean", mean, 2)
                .weight("bn/moving_variance", variance, 2);

        // 4 rows need one pad at the end only, 5 columns one on each side
        assertClose(
                run("act"),
                image(
                        2,
                        3,
                        2,
                        (y, x, o) -> Math.max(
                                0,
                                (Definitions.convolution(IMAGE, kernel, 3, 3, 2, 2 * y, 2 * x - 1, 1, o) - mean[o])
                                                / Math.sqrt(variance[o] + 0.001)
                                        + beta[o])));
        assertThat(file.convert(Layout.NCHW, 1, CHANNELS, ROWS, COLUMNS).graph().getGraph().getNodeList().stream()
                        .map(NodeProto::getOpType))
                .containsExactlyInAnyOrder("Conv", "Relu", "Transpose");
    }

    @Test
    void normalizationKnowsWhereTheChannelsAre() throws Exception {
        sequential("{'class_name':'BatchNormalization','config':{'name':'bn','axis':1,'center':false,'epsilon':0}}");
        file.weight("bn/gamma", new float[] {1, 2, 3, 4}, 4)
                .weight("bn/moving_mean", new float[] {0, 0, 0, 10}, 4)
                .weight("bn/moving_variance", new float[] {1, 1, 1, 4}, 4);

        assertClose(
                run("bn"),
                image(
                        ROWS,
                        COLUMNS,
                        CHANNELS,
                        (y, x, c) -> y < 3 ? IMAGE.at(y, x, c) * (y + 1) : (IMAGE.at(y, x, c) - 10) * 2));
    }

    @Test
    void depthwiseAndSeparableConvolutionsFollowEachOther() throws Exception {
        float[] depthwise = random(2, 9 * CHANNELS);
        float[] pointwise = random(3, CHANNELS * 2);
        sequential("{'class_name':'SeparableConv2D','config':{'name':'sep','filters':2,'kernel_size':3,"
                + "'padding':'same','activation':'tanh'}}");
        file.weight("sep/depthwise_kernel", depthwise, 3, 3, CHANNELS, 1)
                .weight("sep/pointwise_kernel", pointwise, 1, 1, CHANNELS, 2)
                .weight("sep/bias", new float[] {1, -1}, 2);

        assertClose(run("sep"), image(ROWS, COLUMNS, 2, (y, x, o) -> {
            double sum = o == 0 ? 1 : -1;
            for (int i = 0; i < 9 * CHANNELS; i++) {
                int tap = i / CHANNELS;
                sum += IMAGE.at(y + tap / 3 - 1, x + tap % 3 - 1, i % CHANNELS)
                        * depthwise[i]
                        * pointwise[i % CHANNELS * 2 + o];
            }
            return Math.tanh(sum);
        }));
    }

    @Test
    void transposedConvolutionEnlarges() throws Exception {
        sequential("{'class_name':'Conv2DTranspose','config':{'name':'up','filters':1,'kernel_size':[2,2],"
                + "'strides':[2,2],'padding':'valid'}}");
        file.weight("up/kernel", new float[] {1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 1, 1}, 2, 2, 1, CHANNELS)
                .weight("up/bias", new float[] {0.5f}, 1);

        assertClose(run("up"), image(2 * ROWS, 2 * COLUMNS, 1, (y, x, o) -> {
            int tap = y % 2 * 2 + x % 2;
            double sum = IMAGE.at(y / 2, x / 2, 0) + IMAGE.at(y / 2, x / 2, 1) + IMAGE.at(y / 2, x / 2, 2);
            return 0.5 + (tap == 3 ? sum : IMAGE.at(y / 2, x / 2, tap) * (tap + 1));
        }));
    }

    @ParameterizedTest
    @CsvSource({"AveragePooling2D, same", "AveragePooling2D, valid", "MaxPooling2D, same", "MaxPooling2D, valid"})
    void poolingCountsOnlyTheImage(String kind, String padding) throws Exception {
        sequential("{'class_name':'" + kind + "','config':{'name':'pool','pool_size':[3,3],'strides':[1,1],'padding':'"
                + padding + "'}}");
        int pad = padding.equals("same") ? 1 : 0;

        assertClose(run("pool"), image(ROWS - 2 + 2 * pad, COLUMNS - 2 + 2 * pad, CHANNELS, (y, x, c) -> {
            double sum = 0;
            double most = Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int tap = 0; tap < 9; tap++) {
                int row = y - pad + tap / 3;
                int column = x - pad + tap % 3;
                if (IMAGE.inside(row, column)) {
                    sum += IMAGE.at(row, column, c);
                    most = Math.max(most, IMAGE.at(row, column, c));
                    count++;
                }
            }
            return kind.startsWith("Max") ? most : sum / count;
        }));
    }

    @Test
    void classifierTakesABatch() throws Exception {
        float[] kernel = random(2, CHANNELS * 2);
        sequential(
                "{'class_name':'GlobalAveragePooling2D','config':{'name':'pool'}}",
                "{'class_name':'Dropout','config':{'name':'drop','rate':0.5}}",
                "{'class_name':'Dense','config':{'name':'dense','units':2,'activation':'softmax'}}");
        file.weight("dense/kernel", kernel, CHANNELS, 2).weight("dense/bias", new float[] {1, 0}, 2);
        Converted converted = file.convert(Layout.NHWC, -1, ROWS, COLUMNS, CHANNELS);

        float[] two = new float[2 * INPUT.length];
        System.arraycopy(INPUT, 0, two, INPUT.length, INPUT.length);
        double logit = 1;
        for (int i = 0; i < INPUT.length; i++) {
            int c = i % CHANNELS;
            logit += INPUT[i] * (kernel[2 * c] - kernel[2 * c + 1]) / (ROWS * COLUMNS);
        }
        double first = 1 / (1 + Math.exp(-1));
        double second = 1 / (1 + Math.exp(-logit));
        assertClose(
                TfjsWriter.run(converted, two, 2, ROWS, COLUMNS, CHANNELS).get("dense"),
                new float[] {(float) first, (float) (1 - first), (float) second, (float) (1 - second)});
    }

    @Test
    void flattenReadsRowsColumnsChannels() throws Exception {
        sequential(
                "{'class_name':'ZeroPadding2D','config':{'name':'pad','padding':[[1,0],[0,2]]}}",
                "{'class_name':'Cropping2D','config':{'name':'crop','cropping':[[0,1],[1,2]]}}",
                "{'class_name':'UpSampling2D','config':{'name':'up','size':[2,1]}}",
                "{'class_name':'Flatten','config':{'name':'flat'}}",
                "{'class_name':'Reshape','config':{'name':'rows','target_shape':[-1,6]}}");

        assertClose(run("rows"), image(2 * ROWS, COLUMNS - 1, CHANNELS, (y, x, c) -> IMAGE.at(y / 2 - 1, x + 1, c)));
    }

    @Test
    void bilinearUpSamplingLeavesTheFirstPixelInItsPlace() throws Exception {
        sequential("{'class_name':'UpSampling2D','config':{'name':'up','size':[1,2],'interpolation':'bilinear'}}");

        assertClose(
                run("up"),
                image(
                        ROWS,
                        2 * COLUMNS,
                        CHANNELS,
                        (y, x, c) -> (IMAGE.at(y, x / 2, c) + IMAGE.at(y, Math.min((x + 1) / 2, COLUMNS - 1), c)) / 2));
    }

    @ParameterizedTest
    @CsvSource({
        "hard_sigmoid",
        "relu6",
        "elu",
        "selu",
        "softplus",
        "softsign",
        "swish",
        "mish",
        "gelu",
        "linear",
        "sigmoid"
    })
    void activationsFollowTheirDefinition(String activation) throws Exception {
        sequential("{'class_name':'Activation','config':{'name':'act','activation':'" + activation + "'}}");

        assertClose(run("act"), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> activated(activation, IMAGE.at(y, x, c))));
    }

    @Test
    void limitsAndSlopesComeFromTheConfiguration() throws Exception {
        sequential(
                "{'class_name':'LeakyReLU','config':{'name':'leaky','alpha':0.5}}",
                "{'class_name':'PReLU','config':{'name':'prelu','shared_axes':[1,2]}}",
                "{'class_name':'Rescaling','config':{'name':'scale','scale':2,'offset':1}}",
                "{'class_name':'ReLU','config':{'name':'relu','max_value':4}}");
        file.weight("prelu/alpha", new float[] {1, 0.5f, -1}, 1, 1, CHANNELS);

        assertClose(run("relu"), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> {
            double value = IMAGE.at(y, x, c);
            double slope = new double[] {1, 0.5, -1}[c] * 0.5;
            return Math.min(Math.max((value > 0 ? value : slope * value) * 2 + 1, 0), 4);
        }));
    }

    @Test
    void layerNormalizationLooksAtEachPixelOnItsOwn() throws Exception {
        sequential("{'class_name':'LayerNormalization','config':{'name':'norm','axis':[3],'epsilon':0.01}}");
        file.weight("norm/gamma", new float[] {1, 2, 3}, 3).weight("norm/beta", new float[] {0, -1, 1}, 3);

        assertClose(run("norm"), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> {
            double mean = (IMAGE.at(y, x, 0) + IMAGE.at(y, x, 1) + IMAGE.at(y, x, 2)) / 3;
            double variance = 0;
            for (int i = 0; i < CHANNELS; i++) {
                variance += Math.pow(IMAGE.at(y, x, i) - mean, 2) / 3;
            }
            return (IMAGE.at(y, x, c) - mean) / Math.sqrt(variance + 0.01) * (c + 1) + new double[] {0, -1, 1}[c];
        }));
    }

    @Test
    void resizingAlignsTheCorners() throws Exception {
        sequential("{'class_name':'Resizing','config':{'name':'size','height':4,'width':9}}");

        assertClose(
                run("size"),
                image(ROWS, 9, CHANNELS, (y, x, c) -> (IMAGE.at(y, x / 2, c) + IMAGE.at(y, (x + 1) / 2, c)) / 2));
    }

    @Test
    void functionalModelMergesBranches() throws Exception {
        functional(
                "[['cat',0,0]]",
                layer("Activation", "relu", "'activation':'relu'", "in"),
                layer("Add", "add", "", "in", "relu"),
                layer("Multiply", "mul", "", "add", "in"),
                layer("Average", "avg", "", "mul", "in", "relu"),
                layer("Maximum", "max", "", "avg", "in"),
                layer("Minimum", "min", "", "max", "mul"),
                layer("Concatenate", "cat", "'axis':-1", "min", "in"));

        assertClose(run("cat"), image(ROWS, COLUMNS, 2 * CHANNELS, (y, x, c) -> {
            double value = IMAGE.at(y, x, c % CHANNELS);
            double relu = Math.max(value, 0);
            double product = (value + relu) * value;
            double average = (product + value + relu) / 3;
            return c < CHANNELS ? Math.min(Math.max(average, value), product) : value;
        }));
    }

    @Test
    void layerMayBeAppliedTwice() throws Exception {
        functional(
                "[['sum',0,0]]",
                "{'class_name':'Dense','name':'dense','config':{'name':'dense','units':3,'use_bias':false},"
                        + "'inbound_nodes':[[['in',0,0,{}]],[['dense',0,0,{}]]]}",
                "{'class_name':'Add','name':'sum','config':{'name':'sum'},"
                        + "'inbound_nodes':[[['dense',0,0,{}],['dense',1,0,{}]]]}");
        file.weight("dense/kernel", new float[] {2, 0, 0, 0, 3, 0, 0, 0, -1}, 3, 3);

        assertClose(run("sum"), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> {
            double factor = new double[] {2, 3, -1}[c];
            return IMAGE.at(y, x, c) * (factor + factor * factor);
        }));
    }

    @Test
    void modelsMayBeLayersOfModels() throws Exception {
        String inner = "{'class_name':'Model','config':{'name':'base','layers':[" + input() + ","
                + layer("ReLU", "relu", "", "in") + "," + layer("GlobalMaxPooling2D", "pool", "", "relu")
                + "],'input_layers':[['in',0,0]],'output_layers':[['pool',0,0]]}}";
        String head = "{'class_name':'Sequential','config':{'name':'head','layers':["
                + "{'class_name':'Dense','config':{'name':'dense','units':1,'batch_input_shape':[null,3]}}]}}";
        file.layers("{'class_name':'Sequential','config':{'name':'whole','layers':["
                + "{'class_name':'Sequential','config':{'name':'features','layers':[" + inner + "]}}," + head + "]}}");
        file.weight("head/dense/kernel", new float[] {1, 10, 100}, 3, 1)
                .weight("head/dense/bias", new float[] {0.5f}, 1);

        double expected = 0.5;
        for (int c = 0; c < CHANNELS; c++) {
            double most = 0;
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                most = Math.max(most, IMAGE.at(i / COLUMNS, i % COLUMNS, c));
            }
            expected += most * Math.pow(10, c);
        }
        assertClose(run("head"), new float[] {(float) expected});
    }

    @Test
    void wantedOutputIsAnyLayer() throws Exception {
        sequential("{'class_name':'ReLU','config':{'name':'relu'}}", "{'class_name':'LSTM','config':{'name':'lstm'}}");
        file.option("outputs", "relu");

        assertClose(run("relu"), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> Math.max(IMAGE.at(y, x, c), 0)));
    }

    @Test
    void circleAndModelWithoutOutputsAreRefused() throws Exception {
        functional("[['b',0,0]]", layer("Add", "a", "", "in", "b"), layer("ReLU", "b", "", "a"));
        assertThatThrownBy(() -> run("b")).isInstanceOf(ForgeException.class).hasMessageContaining("its own result");

        sequential("{'class_name':'Model','config':{'name':'inner','layers':[" + input() + "]}}");
        assertThatThrownBy(() -> run("inner"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'inner' has no outputs");
    }

    @Test
    void unknownLayerIsNamedWithTheModel() throws Exception {
        sequential("{'class_name':'LSTM','config':{'name':'memory'}}");

        assertThatThrownBy(() -> run("memory"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test, graph main")
                .hasMessageContaining("layer LSTM 'memory'");
    }

    @Test
    void missingWeightIsNamed() throws Exception {
        sequential("{'class_name':'Conv2D','config':{'name':'conv','filters':2,'kernel_size':[1,1]}}");
        file.weight("conv/kernel", random(2, 2 * CHANNELS), 1, 1, CHANNELS, 2);

        assertThatThrownBy(() -> run("conv"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("layer Conv2D 'conv'")
                .hasMessageContaining("'conv/bias'");
    }

    @Test
    void unknownActivationIsNamed() throws Exception {
        sequential("{'class_name':'Activation','config':{'name':'act','activation':'fancy'}}");

        assertThatThrownBy(() -> run("act"))
                .hasMessageContaining("layer Activation 'act'")
                .hasMessageContaining("fancy");
    }

    private void sequential(String... layers) throws Exception {
        file.layers("{'class_name':'Sequential','config':{'name':'whole','layers':[" + input() + ","
                + String.join(",", layers) + "]}}");
    }

    private void functional(String outputs, String... layers) throws Exception {
        file.layers("{'class_name':'Functional','config':{'name':'whole','layers':[" + input() + ","
                + String.join(",", layers) + "],'input_layers':[['in',0,0]],'output_layers':" + outputs + "}}");
    }

    private static String input() {
        return "{'class_name':'InputLayer','name':'in','config':{'name':'in','dtype':'float32','batch_input_shape':"
                + "[null," + ROWS + "," + COLUMNS + "," + CHANNELS + "]},'inbound_nodes':[]}";
    }

    private static String layer(String kind, String name, String config, String... inputs) {
        StringBuilder references = new StringBuilder();
        for (String input : inputs) {
            references
                    .append(references.isEmpty() ? "" : ",")
                    .append("['")
                    .append(input)
                    .append("',0,0,{}]");
        }
        return "{'class_name':'" + kind + "','name':'" + name + "','config':{'name':'" + name + "'"
                + (config.isEmpty() ? "" : "," + config) + "},'inbound_nodes':[[" + references + "]]}";
    }

    private float[] run(String output) throws Exception {
        return file.run(INPUT, 1, ROWS, COLUMNS, CHANNELS).get(output);
    }

    private static double activated(String name, double x) {
        return switch (name) {
            case "hard_sigmoid" -> Math.min(Math.max(0.2 * x + 0.5, 0), 1);
            case "relu6" -> Math.min(Math.max(x, 0), 6);
            case "elu" -> x > 0 ? x : Math.expm1(x);
            case "selu" -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
            case "softplus" -> Math.log1p(Math.exp(x));
            case "softsign" -> x / (1 + Math.abs(x));
            case "sigmoid" -> 1 / (1 + Math.exp(-x));
            case "swish" -> x / (1 + Math.exp(-x));
            case "mish" -> x * Math.tanh(Math.log1p(Math.exp(x)));
            case "gelu" -> x * normal(x);
            default -> x;
        };
    }

    /** The cumulative normal distribution, by Simpson's rule. */
    private static double normal(double x) {
        int steps = 2000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = x * i / steps;
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-t * t / 2);
        }
        return 0.5 + sum * x / steps / 3 / Math.sqrt(2 * Math.PI);
    }
}
