package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.model.api.Model;
import org.opencv.core.Mat;

/**
 * From a picture to its faces. Thread-safe.
 *
 * <p>The first detector finds nearly every face and much that is none; a second one and the mesh confirm. While small
 * faces are looked for in a large picture, which takes longest, the other faces are found and confirmed beside it.
 */
public final class FaceChain implements AutoCloseable {
    private static final Comparator<FoundFace> LARGEST_FIRST = Comparator.comparingDouble(
                    (FoundFace face) -> face.candidate().box().area())
            .reversed();

    private final CandidateFinder finder;
    private final FaceConfirmer confirmer;
    private final SideBySide sideBySide = new SideBySide();

    public FaceChain(Model detection, Model verification, Model mesh) {
        this.finder = new CandidateFinder(detection);
        this.confirmer = new FaceConfirmer(verification, mesh);
    }

    /**
     * Finds the faces.
     *
     * @param pixels of the picture
     * @param picture BGR matrix of the same pixels
     * @param large whether the original picture is large enough to look for small faces
     * @param max the largest faces are kept, at most this many
     * @return largest first
     */
    public List<FoundFace> find(Pixels pixels, Mat picture, boolean large, int max) throws VisionException {
        List<FoundFace> faces = large && finder.findsSmall() ? withSmallFaces(pixels, picture) : usual(pixels, picture);
        if (faces.isEmpty()) {
            faces = confirmer.confirm(picture, finder.findFilling(pixels));
        }
        return faces.stream().sorted(LARGEST_FIRST).limit(max).toList();
    }

    @Override
    public void close() {
        sideBySide.close();
        finder.close();
        confirmer.close();
    }

    private List<FoundFace> usual(Pixels pixels, Mat picture) throws VisionException {
        return confirmer.confirm(picture, finder.find(pixels));
    }

    private List<FoundFace> withSmallFaces(Pixels pixels, Mat picture) throws VisionException {
        List<FoundFace> faces = new ArrayList<>();
        List<Candidate> small =
                sideBySide.both(() -> finder.findSmall(pixels), () -> faces.addAll(usual(pixels, picture)));
        List<Candidate> added = small.stream()
                .filter(candidate -> faces.stream().noneMatch(face -> face.covers(candidate)))
                .toList();
        for (FoundFace face : confirmer.confirm(picture, added)) {
            if (faces.stream().noneMatch(known -> known.sameAs(face.verification()))) {
                faces.add(face);
            }
        }
        return faces;
    }
}
