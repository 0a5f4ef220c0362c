package org.lynceus.evaluate.pairs;

/**
 * A pair chosen to be compared by the server.
 *
 * @param first number of the picture that is the source
 * @param second number of the other
 * @param cosine of their vectors
 */
record SamplePair(int first, int second, double cosine) {}
