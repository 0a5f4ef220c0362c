package org.lynceus.detector.faces.internal.attributes.net;

/**
 * What an age and gender model says of a face.
 *
 * @param age expected age in years, as the model has it, not corrected
 * @param male 0–1, as the model has it
 * @param pooled the 1,024 numbers that both were told from
 * @param bands means over six bands of an intermediate map, from the forehead to the chin, 512 channels each; empty when
 *     the model does not give the map
 */
public record AgeGender(double age, double male, float[] pooled, float[] bands) {}
