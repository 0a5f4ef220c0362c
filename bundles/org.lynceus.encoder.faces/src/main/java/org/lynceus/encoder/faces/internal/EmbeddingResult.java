package org.lynceus.encoder.faces.internal;

import java.util.List;
import java.util.Objects;
import org.lynceus.api.BoundingBox;
import org.lynceus.model.api.ModelInfo;

/**
 * The faces of a picture as vectors.
 *
 * @param model that made the vectors
 * @param faces largest first
 */
public record EmbeddingResult(EncoderModel model, List<EncodedFace> faces) {
    /** Copies the list. */
    public EmbeddingResult {
        Objects.requireNonNull(model, "model");
        faces = List.copyOf(faces);
    }

    /**
     * An embedding model, or two whose vectors are joined.
     *
     * @param id short name, the same for all versions; of two models both, with a plus between them
     * @param version of the weights; of two models both, with a plus between them
     * @param role what it is for
     * @param encoder names weights and preprocessing; vectors of two encoders must never be compared
     */
    public record EncoderModel(String id, String version, String role, String encoder) {
        /** Checks that nothing is absent. */
        public EncoderModel {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(encoder, "encoder");
        }

        static EncoderModel of(ModelInfo info, String encoder) {
            return new EncoderModel(info.id(), info.version(), info.role(), encoder);
        }
    }

    /**
     * A face and its vector.
     *
     * @param box where it is
     * @param confidence that it is a face, 0–100
     * @param embedding vector of Euclidean length 1
     */
    public record EncodedFace(BoundingBox box, float confidence, List<Float> embedding) {
        /** Copies the vector. */
        public EncodedFace {
            Objects.requireNonNull(box, "box");
            embedding = List.copyOf(embedding);
        }
    }
}
