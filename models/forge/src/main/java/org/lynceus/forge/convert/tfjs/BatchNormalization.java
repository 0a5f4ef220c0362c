package org.lynceus.forge.convert.tfjs;

import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/**
 * Batch normalisation with recorded statistics.
 *
 * @param mean of every channel
 * @param variance of every channel
 * @param gamma factor of every channel; 1 when absent
 * @param beta sum of every channel; 0 when absent
 * @param epsilon added to the variance
 */
record BatchNormalization(
        Constant mean, Constant variance, Optional<Constant> gamma, Optional<Constant> beta, double epsilon) {
    /**
     * Adds (x - mean) gamma / sqrt(variance + epsilon) + beta as one product and one sum.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param x the operand
     * @param dims how one value per channel broadcasts against the operand
     * @return the result
     * @throws ForgeException when statistics and channels differ in number
     */
    Value apply(Lowering graph, String hint, Value x, List<Long> dims) throws ForgeException {
        int channels = mean.size();
        if (variance.size() != channels
                || gamma.filter(factor -> factor.size() != channels).isPresent()
                || beta.filter(sum -> sum.size() != channels).isPresent()
                || dims.stream().reduce(1L, Math::multiplyExact) != channels) {
            throw new ForgeException("the statistics of " + channels + " channels do not fit " + x);
        }
        float[] factors = new float[channels];
        float[] sums = new float[channels];
        for (int i = 0; i < channels; i++) {
            double factor = (gamma.isPresent() ? gamma.get().value(i) : 1) / Math.sqrt(variance.value(i) + epsilon);
            factors[i] = (float) factor;
            sums[i] = (float) ((beta.isPresent() ? beta.get().value(i) : 0) - mean.value(i) * factor);
        }
        Value scaled = Elementwise.binary(graph, "Mul", hint + "/scaled", x, Value.of(Constant.of(dims, factors)));
        return Elementwise.binary(graph, "Add", hint, scaled, Value.of(Constant.of(dims, sums)));
    }
}
