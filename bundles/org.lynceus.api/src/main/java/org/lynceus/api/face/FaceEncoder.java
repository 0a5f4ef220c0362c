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

    /**
     * Tells how seldom two different people are as near as this. What a search among many people needs: among {@code n}
     * people a stranger comes as near to one of them with a probability of at most {@code n} times this.
     *
     * <p>Unless an encoder knows better, the logarithm of the rate is taken to fall in a straight line with the logit of
     * the {@linkplain #similarity similarity}, through 1e-3 at 80 and 1e-5 at 99.
     *
     * @param distance Euclidean distance of two vectors of this encoder, 0–2
     * @return share of the comparisons of different people, 0–1; falls with the distance
     */
    default double falseMatchRate(double distance) {
        return FalseMatches.rate(similarity(distance));
    }
}
