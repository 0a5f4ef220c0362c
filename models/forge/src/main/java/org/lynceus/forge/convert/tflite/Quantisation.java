package org.lynceus.forge.convert.tflite;

import java.util.Arrays;
import java.util.List;
import org.lynceus.forge.ForgeException;

/**
 * How the whole numbers of a tensor stand for real ones: real = (stored - zero point) * scale.
 *
 * @param scales one scale, or one for every index of {@code dimension}
 * @param zeroPoints one zero point, or one for every scale
 * @param dimension the dimension that the scales belong to, where there are several
 */
record Quantisation(float[] scales, long[] zeroPoints, int dimension) {
    Quantisation {
        scales = scales.clone();
        zeroPoints = zeroPoints.clone();
    }

    /** Whether every channel has a scale of its own. */
    boolean perChannel() {
        return scales.length > 1;
    }

    /** The scale of a tensor that has only one. */
    float scale() {
        return scales[0];
    }

    /** The zero point of a tensor that has only one. */
    long zeroPoint() {
        return zeroPoints.length == 0 ? 0 : zeroPoints[0];
    }

    /** The zero point of the channel with this scale. */
    long zeroPoint(int channel) {
        return zeroPoints.length > 1 ? zeroPoints[channel] : zeroPoint();
    }

    /** The real number behind a stored one, for a tensor with one scale. */
    float real(long stored) {
        return (stored - zeroPoint()) * scale();
    }

    /**
     * The real numbers behind stored ones.
     *
     * @param stored the stored numbers, row-major
     * @param shape the shape of the tensor
     * @throws ForgeException when scales or zero points do not fit the shape
     */
    float[] reals(long[] stored, List<Integer> shape) throws ForgeException {
        int inner = 1;
        if (perChannel()) {
            if (dimension < 0 || dimension >= shape.size() || shape.get(dimension) != scales.length) {
                throw new ForgeException(
                        scales.length + " scales along dimension " + dimension + " do not fit the shape " + shape);
            }
            inner = shape.subList(dimension + 1, shape.size()).stream().reduce(1, Math::multiplyExact);
        }
        if (zeroPoints.length > 1 && zeroPoints.length != scales.length) {
            throw new ForgeException(zeroPoints.length + " zero points for " + scales.length + " scales");
        }
        float[] reals = new float[stored.length];
        for (int i = 0; i < reals.length; i++) {
            int channel = i / inner % scales.length;
            reals[i] = (stored[i] - zeroPoint(channel)) * scales[channel];
        }
        return reals;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantisation that
                && Arrays.equals(scales, that.scales)
                && Arrays.equals(zeroPoints, that.zeroPoints)
                && dimension == that.dimension;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(scales) + Arrays.hashCode(zeroPoints);
    }
}
