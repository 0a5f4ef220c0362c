package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.model.api.Model;
import org.lynceus.opencv.PixelMats;
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
    private final CropModels models;
    private final FaceConfirmer confirmer;
    private final OrientationJudge judge;
    private final SideBySide sideBySide = new SideBySide();

    /** Whole pictures are copied for no more requests at a time than there are cores: many would fill the memory. */
    private final Semaphore copies = new Semaphore(Runtime.getRuntime().availableProcessors());

    public FaceChain(Model detection, Model verification, Model mesh) {
        this.finder = new CandidateFinder(detection);
        this.models = new CropModels(verification, mesh);
        this.confirmer = new FaceConfirmer(models);
        this.judge = new OrientationJudge(finder, models);
    }

    /**
     * Finds the faces of a picture that is known to be upright.
     *
     * @param pixels of the picture
     * @param picture BGR matrix of the same pixels
     * @param large whether the original picture is large enough to look for small faces
     * @return largest first
     */
    public FoundFaces findUpright(Pixels pixels, Mat picture, boolean large) throws VisionException {
        return new FoundFaces(sorted(upright(pixels, picture, large)), Optional.empty());
    }

    /**
     * Finds the faces of a picture that may lie on its side or upside down.
     *
     * @param pixels of the picture
     * @param picture BGR matrix of the same pixels
     * @param large whether the original picture is large enough to look for small faces
     * @return largest first, in pixels of the picture as it is
     */
    public FoundFaces find(Pixels pixels, Mat picture, boolean large) throws VisionException {
        List<FoundFace> faces = upright(pixels, picture, large);
        Orientation orientation = judge.judge(picture, faces).orElse(Orientation.ROTATE_0);
        if (orientation != Orientation.ROTATE_0) {
            List<FoundFace> turned = turned(picture, orientation, large);
            if (!turned.isEmpty()) {
                return new FoundFaces(sorted(turned), Optional.of(orientation));
            }
        }
        return new FoundFaces(sorted(faces), faces.isEmpty() ? Optional.empty() : Optional.of(Orientation.ROTATE_0));
    }

    @Override
    public void close() {
        sideBySide.close();
        finder.close();
        models.close();
    }

    private static List<FoundFace> sorted(List<FoundFace> faces) {
        return faces.stream().sorted(LARGEST_FIRST).toList();
    }

    private List<FoundFace> turned(Mat picture, Orientation orientation, boolean large) throws VisionException {
        Turn turn = new Turn(orientation, picture.width(), picture.height());
        copies.acquireUninterruptibly();
        try (Pixels pixels = Turn.turned(picture, orientation)) {
            Mat turned = PixelMats.view(pixels);
            try {
                return upright(pixels, turned, large).stream().map(turn::back).toList();
            } finally {
                turned.release();
            }
        } finally {
            copies.release();
        }
    }

    private List<FoundFace> upright(Pixels pixels, Mat picture, boolean large) throws VisionException {
        List<FoundFace> faces = large && finder.findsSmall() ? withSmallFaces(pixels, picture) : usual(pixels, picture);
        return faces.isEmpty() ? confirmer.confirm(picture, finder.findFilling(pixels)) : faces;
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
