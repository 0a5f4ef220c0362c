package org.lynceus.evaluate.server;

import java.util.List;
import java.util.Optional;

/**
 * The faces of a picture as vectors.
 *
 * @param encoder names the weights and the preprocessing
 * @param faces as ordered by the server
 * @param refusal why the server gave none
 */
public record Embeddings(String encoder, List<Embedding> faces, Optional<String> refusal) {
    /** Copies the list. */
    public Embeddings {
        faces = List.copyOf(faces);
    }
}
