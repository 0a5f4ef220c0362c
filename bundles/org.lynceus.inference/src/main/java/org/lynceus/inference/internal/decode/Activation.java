package org.lynceus.inference.internal.decode;

/** What makes probabilities of a graph's outputs. */
public enum Activation {
    /** Nothing: they are probabilities. */
    NONE {
        @Override
        public void apply(float[] values, int from, int count) {
            for (int i = from; i < from + count; i++) {
                values[i] = probability(values[i]);
            }
        }
    },
    /** exp(x) / sum of exp: exactly one of the classes is true. */
    SOFTMAX {
        @Override
        public void apply(float[] values, int from, int count) {
            float highest = Float.NEGATIVE_INFINITY;
            for (int i = from; i < from + count; i++) {
                values[i] = Float.isNaN(values[i]) ? Float.NEGATIVE_INFINITY : values[i];
                highest = Math.max(highest, values[i]);
            }
            double sum = 0;
            for (int i = from; i < from + count; i++) {
                double power = values[i] == highest ? 1 : Math.exp((double) values[i] - highest);
                values[i] = (float) power;
                sum += power;
            }
            for (int i = from; i < from + count; i++) {
                values[i] = (float) (values[i] / sum);
            }
        }
    },
    /** 1 / (1 + exp(-x)): each class is true or not. */
    SIGMOID {
        @Override
        public void apply(float[] values, int from, int count) {
            for (int i = from; i < from + count; i++) {
                values[i] = probability((float) sigmoid(values[i]));
            }
        }
    };

    /**
     * Turns outputs into probabilities, in place. The results are from 0 to 1; what is not a number becomes 0.
     *
     * @param values outputs
     * @param from index of the first
     * @param count how many belong together
     */
    public abstract void apply(float[] values, int from, int count);

    /** Turns outputs that all belong together into probabilities, in place. */
    public final void apply(float[] values) {
        apply(values, 0, values.length);
    }

    /** The logistic function. */
    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static float probability(float value) {
        return value > 0 ? Math.min(1, value) : 0;
    }
}
