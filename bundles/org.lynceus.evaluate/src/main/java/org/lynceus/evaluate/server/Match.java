package org.lynceus.evaluate.server;

import org.lynceus.client.picture.Box;

/**
 * A face of the target picture, compared with the largest of the source.
 *
 * @param box where it is
 * @param similarity 0–100, exactly as the server wrote it
 */
public record Match(Box box, double similarity) {}
