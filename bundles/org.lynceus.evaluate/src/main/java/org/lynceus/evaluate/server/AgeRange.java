package org.lynceus.evaluate.server;

/**
 * An age as the server reports it.
 *
 * @param low years
 * @param high years, not below {@code low}
 */
public record AgeRange(int low, int high) {}
