package org.lynceus.forge.check;

import org.lynceus.forge.ForgeException;

/**
 * Where an output is largest and how large, written {@code <graph>.<output>.argmax = index, value} and {@code
 * <graph>.<output>.tolerance}.
 *
 * <p>Only for sources that compute with integers: their kernels round every activation, the converted graph does not, so
 * that values agree roughly and the order of the strongest ones exactly.
 *
 * @param index flat index of the largest value
 * @param value the value there
 * @param tolerance how far the value may be off, absolute
 */
record Peak(int index, double value, double tolerance) implements Expectation {
    @Override
    public void require(String label, float[] values) throws ForgeException {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        if (largest != index) {
            throw new ForgeException(label + " is largest at " + largest + ", its golden at " + index);
        }
        double deviation = Math.abs(values[largest] - value);
        if (!(deviation <= tolerance)) {
            throw new ForgeException(label + " is " + values[largest] + " where it is largest, its golden " + value
                    + ", and " + tolerance + " of difference is allowed");
        }
    }
}
