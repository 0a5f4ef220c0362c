package org.lynceus.forge.convert.dlib;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lynceus.forge.ForgeException;

/** Reads what a layer stores, from its name on. */
final class LayerDetails {
    private static final int LARGEST = 1 << 16;
    private static final int PER_CHANNEL = 0;
    private static final int WITH_BIAS = 0;
    private static final int LEARNING_RATES = 4;

    private static final Map<String, Details> KINDS = Map.ofEntries(
            Map.entry("con_4", in -> convolution(in, false)),
            Map.entry("con_5", in -> convolution(in, true)),
            Map.entry("affine_", in -> affine(in, false)),
            Map.entry("affine_2", in -> affine(in, true)),
            Map.entry("bn_con2", in -> normalisation(in, true)),
            Map.entry("bn_fc2", in -> normalisation(in, false)),
            Map.entry("relu_", in -> new Layer.Relu()),
            Map.entry("max_pool_2", in -> new Layer.Pool(window(in), true)),
            Map.entry("avg_pool_2", in -> new Layer.Pool(window(in), false)),
            Map.entry("add_prev_", in -> new Layer.AddPrevious()),
            Map.entry("fc_2", in -> fullyConnected(in, false)),
            Map.entry("fc_3", in -> fullyConnected(in, true)));

    private static final String INPUT = "input_rgb_image";
    private static final String INPUT_OF_FIXED_SIZE = "input_rgb_image_sized";
    private static final int COLOURS = 3;
    private static final float PIXEL_SCALE = 1 / 256f;

    /** Losses serve training only; the number of floats that each stores. */
    private static final Map<String, Integer> LOSSES = Map.of(
            "loss_metric_", 0,
            "loss_metric_2", 2,
            "loss_binary_hinge_", 0,
            "loss_binary_log_", 0,
            "loss_multiclass_log_", 0,
            "loss_mean_squared_", 0,
            "loss_mean_squared_multioutput_", 0);

    private LayerDetails() {}

    /** How one kind of layer is read. */
    @FunctionalInterface
    private interface Details {
        Layer read(DlibReader in) throws ForgeException;
    }

    /** Reads a layer. */
    static Layer layer(DlibReader in) throws ForgeException {
        String name = in.name();
        in.enter(name);
        Details details = KINDS.get(name);
        if (details == null) {
            throw in.failure("there is no conversion for this kind of layer, known are "
                    + KINDS.keySet().stream().sorted().toList());
        }
        return details.read(in);
    }

    /** Reads the input layer and what it does to the pixels p: (p - mean of the colour) / 256. */
    static List<Layer> input(DlibReader in) throws ForgeException {
        String name = in.name();
        in.enter(name);
        if (!name.equals(INPUT) && !name.equals(INPUT_OF_FIXED_SIZE)) {
            throw in.failure("there is no conversion for this kind of input, known are " + INPUT + " and "
                    + INPUT_OF_FIXED_SIZE);
        }
        double[] means = decimals(in, COLOURS);
        float[] factors = new float[COLOURS];
        float[] summands = new float[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            factors[i] = PIXEL_SCALE;
            summands[i] = (float) (-means[i] * PIXEL_SCALE);
        }
        boolean fixed = name.equals(INPUT_OF_FIXED_SIZE);
        int rows = fixed ? in.integer("the number of rows", 1, LARGEST) : 0;
        int columns = fixed ? in.integer("the number of columns", 1, LARGEST) : 0;
        return List.of(new Layer.Input(rows, columns), new Layer.Affine(true, factors, summands));
    }

    /** Leaves a loss behind. */
    static void loss(DlibReader in) throws ForgeException {
        String name = in.name();
        in.enter(name);
        if (!LOSSES.containsKey(name)) {
            throw in.failure("there is no conversion for networks with this loss, known are "
                    + LOSSES.keySet().stream().sorted().toList());
        }
        decimals(in, LOSSES.get(name));
    }

    /** All values in one tensor, the window, the places of filters and biases, learning rates. */
    private static Layer convolution(DlibReader in, boolean biasIsOptional) throws ForgeException {
        float[] values = in.tensor().values();
        int filters = in.integer("the number of filters", 1, LARGEST);
        Layer.Window window = window(in);
        DlibTensor shape = in.place();
        in.place();
        decimals(in, LEARNING_RATES);
        boolean biased = !biasIsOptional || in.flag();
        if (shape.samples() != filters || values.length != shape.size() + (biased ? filters : 0)) {
            throw in.failure(values.length + " values do not fit " + filters + " filters of " + shape.channels() + " x "
                    + shape.rows() + " x " + shape.columns());
        }
        Layer.Window filled = new Layer.Window(
                shape.rows(),
                shape.columns(),
                window.strideRows(),
                window.strideColumns(),
                window.padRows(),
                window.padColumns());
        int size = (int) shape.size();
        float[] biases = biased ? Arrays.copyOfRange(values, size, values.length) : new float[filters];
        return new Layer.Convolution(filled, filters, shape.channels(), Arrays.copyOf(values, size), biases);
    }

    /** Gamma and beta in one tensor, the places of both, the mode; in later files also whether it is switched off. */
    private static Layer affine(DlibReader in, boolean canBeOff) throws ForgeException {
        float[] values = in.tensor().values();
        in.place();
        in.place();
        boolean perChannel = in.integer() == PER_CHANNEL;
        if (values.length % 2 != 0) {
            throw in.failure(values.length + " values are not as many factors as summands");
        }
        float[] gamma = Arrays.copyOf(values, values.length / 2);
        float[] beta = Arrays.copyOfRange(values, values.length / 2, values.length);
        if (canBeOff && in.flag()) {
            Arrays.fill(gamma, 1);
            Arrays.fill(beta, 0);
        }
        return new Layer.Affine(perChannel, gamma, beta);
    }

    /**
     * Batch normalisation after training: gamma (x - mean) / sqrt(variance + epsilon) + beta. Gamma and beta in one
     * tensor, the places of both, mean and inverse deviation of the last batch, running mean and variance, number of
     * updates, size of the running window, learning rates, epsilon.
     */
    private static Layer normalisation(DlibReader in, boolean perChannel) throws ForgeException {
        float[] values = in.tensor().values();
        in.place();
        in.place();
        in.tensor();
        in.tensor();
        float[] means = in.tensor().values();
        float[] variances = in.tensor().values();
        in.integer();
        in.integer();
        decimals(in, LEARNING_RATES);
        double epsilon = in.decimal();
        int count = values.length / 2;
        if (values.length != 2 * count || means.length != count || variances.length != count) {
            throw in.failure(values.length + " factors and summands, " + means.length + " means and " + variances.length
                    + " variances do not fit");
        }
        float[] gamma = new float[count];
        float[] beta = new float[count];
        for (int i = 0; i < count; i++) {
            double factor = values[i] / Math.sqrt(variances[i] + epsilon);
            gamma[i] = (float) factor;
            beta[i] = (float) (values[count + i] - factor * means[i]);
        }
        return new Layer.Affine(perChannel, gamma, beta);
    }

    /** Outputs, inputs, all values in one tensor, the places of weights and biases, the mode, learning rates. */
    private static Layer fullyConnected(DlibReader in, boolean biasIsOptional) throws ForgeException {
        int outputs = in.integer("the number of outputs", 1, Integer.MAX_VALUE);
        int inputs = in.integer("the number of inputs", 1, Integer.MAX_VALUE);
        float[] values = in.tensor().values();
        in.place();
        in.place();
        boolean stored = in.integer() == WITH_BIAS;
        decimals(in, LEARNING_RATES);
        boolean used = !biasIsOptional || in.flag();
        long size = (long) inputs * outputs;
        if (values.length != size + (stored ? outputs : 0)) {
            throw in.failure(values.length + " values do not fit " + inputs + " inputs and " + outputs + " outputs");
        }
        float[] biases = new float[outputs];
        if (stored && used) {
            System.arraycopy(values, (int) size, biases, 0, outputs);
        }
        return new Layer.FullyConnected(inputs, outputs, Arrays.copyOf(values, (int) size), biases);
    }

    private static Layer.Window window(DlibReader in) throws ForgeException {
        return new Layer.Window(
                in.integer("the number of rows", 0, LARGEST),
                in.integer("the number of columns", 0, LARGEST),
                in.integer("the step from row to row", 1, LARGEST),
                in.integer("the step from column to column", 1, LARGEST),
                in.integer("the padding of rows", 0, LARGEST),
                in.integer("the padding of columns", 0, LARGEST));
    }

    private static double[] decimals(DlibReader in, int count) throws ForgeException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.decimal();
        }
        return values;
    }
}
