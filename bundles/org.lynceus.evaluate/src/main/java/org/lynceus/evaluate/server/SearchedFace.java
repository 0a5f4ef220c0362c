package org.lynceus.evaluate.server;

import java.util.Optional;
import org.lynceus.client.picture.Box;

/**
 * A face that the server searched for in its galleries.
 *
 * @param box where it is
 * @param named who it is; empty when the server says nobody of a gallery
 */
public record SearchedFace(Box box, Optional<Named> named) {}
