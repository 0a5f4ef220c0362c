package org.lynceus.api.face;

/**
 * A point in ratios of the upright image's width and height.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(float x, float y) {}
