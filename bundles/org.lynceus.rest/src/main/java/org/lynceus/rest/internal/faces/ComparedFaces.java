package org.lynceus.rest.internal.faces;

import java.util.Comparator;
import java.util.List;
import org.lynceus.api.face.Face;
import org.lynceus.rekognition.CompareFacesMatch;
import org.lynceus.rekognition.CompareFacesResponse;
import org.lynceus.rekognition.ComparedFace;
import org.lynceus.rekognition.ComparedSourceImageFace;

/** Turns compared faces into the wire's records. */
final class ComparedFaces {
    private ComparedFaces() {}

    /**
     * Sorts the compared faces into those that match and those that do not.
     *
     * @param source the source face
     * @param comparisons compared faces, largest first
     * @param threshold smallest similarity of a match, inclusive
     */
    static CompareFacesResponse.Builder response(Face source, List<Comparison> comparisons, float threshold) {
        return CompareFacesResponse.builder()
                .sourceImageFace(new ComparedSourceImageFace(
                        FaceParts.box(source.box()), FaceParts.confidence(source.confidence())))
                .faceMatches(comparisons.stream()
                        .filter(c -> c.similarity() >= threshold)
                        .sorted(Comparator.comparingDouble(Comparison::similarity)
                                .reversed())
                        .map(c -> new CompareFacesMatch(c.similarity(), face(c.face())))
                        .toList())
                .unmatchedFaces(comparisons.stream()
                        .filter(c -> c.similarity() < threshold)
                        .map(c -> face(c.face()))
                        .toList());
    }

    /** A face without what the service leaves out here: emotions and smile. */
    private static ComparedFace face(Face face) {
        return FaceParts.compared(face).build();
    }
}
