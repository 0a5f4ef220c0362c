package org.lynceus.rest.internal.faces;

import org.lynceus.api.face.Face;

/**
 * A face of the target picture, compared with the source face.
 *
 * @param face the target face
 * @param similarity 0–100
 */
record Comparison(Face face, float similarity) {}
