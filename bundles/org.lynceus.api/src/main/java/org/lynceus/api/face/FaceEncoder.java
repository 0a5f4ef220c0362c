package org.lynceus.api.face;

import java.util.List;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns faces into vectors whose distance tells how likely two faces show the same person. Thread-safe.
 *
 * <p>There is one service per installed embedding model and one for two models whose vectors are joined, each with the
 * service property {@link #VERSION}. Vectors of two versions must never be compared. Like a detector it lets its calls pass through a {@link org.lynceus.api.Gate}.
 */
@ConsumerType
public interface FaceEncoder {
    /** Service property that holds {@link #version()}. */
    String VERSION = "lynceus.encoder.version";

    /** Names weights and preprocessing: equal versions give equal vectors, whatever bundle they come from. */
    String version();

    /** Length of a vector. */
    int dimension();

    /**
     * Encodes faces of one image.
     *
     * @param image open image
     * @param faces where the faces are
     * @return one vector of Euclidean length 1 and {@link #dimension()} numbers per face, in the order given
     * @throws VisionException {@link VisionException.Reason#RETIRED} when the encoder is being replaced, otherwise why
     *     the image cannot be read
     */
    List<float[]> encode(Image image, List<FaceAlignment> faces) throws VisionException;

    /**
     * Turns the distance of two vectors into a calibrated similarity.
     *
     * @param distance Euclidean distance of two vectors of this encoder, 0–2
     * @return 0–100; 80 stands for one false match in a thousand comparisons of different people
     */
    float similarity(double distance);
}
