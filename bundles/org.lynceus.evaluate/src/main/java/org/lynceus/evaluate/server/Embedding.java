package org.lynceus.evaluate.server;

import org.lynceus.client.picture.Box;

/**
 * A face as a vector.
 *
 * @param box where it is
 * @param vector of Euclidean length 1; not to be written to
 */
public record Embedding(Box box, float[] vector) {}
