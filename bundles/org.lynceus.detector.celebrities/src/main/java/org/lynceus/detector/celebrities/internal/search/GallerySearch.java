package org.lynceus.detector.celebrities.internal.search;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceEncoders;

/** Names faces of an image by all galleries, each with its own encoder. Thread-safe. */
public final class GallerySearch {
    /**
     * How long an encoder that has gone is waited for; by then the galleries have given it up. As long for the galleries to be
     * read when this bundle has just been started or updated.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final FaceEncoders encoders;
    private final SearchedGalleries galleries;
    private final Identification identification;

    /**
     * Creates a search.
     *
     * @param encoders encode the faces
     * @param galleries what is searched, asked anew for each image
     * @param identification the rule
     */
    public GallerySearch(FaceEncoders encoders, SearchedGalleries galleries, Identification identification) {
        this.encoders = encoders;
        this.galleries = galleries;
        this.identification = identification;
    }

    /**
     * A face's name.
     *
     * @param celebrity whose face it is
     * @param confidence that it is so, 0–100
     */
    public record Match(Celebrity celebrity, float confidence) {}

    /**
     * Names faces.
     *
     * @param image open image
     * @param faces where the faces are
     * @return for each face its name, or nothing
     * @throws VisionException when the image cannot be read
     */
    public List<Optional<Match>> search(Image image, List<FaceAlignment> faces) throws VisionException {
        Set<String> absent = new HashSet<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        if (!faces.isEmpty()) {
            awaitBeginning(end);
        }
        while (true) {
            GallerySnapshot snapshot = galleries.now();
            Round round = new Round(snapshot, faces.size());
            Optional<String> vanished = faces.isEmpty() ? Optional.empty() : collect(image, faces, round, absent, end);
            if (vanished.isEmpty()) {
                return round.decide(identification);
            }
            // Otherwise its galleries may have another encoder by now.
            if (galleries.now() == snapshot || System.nanoTime() - end > 0) {
                absent.add(vanished.get());
            }
        }
    }

    private void awaitBeginning(long end) throws VisionException {
        try {
            while (!galleries.begun() && System.nanoTime() - end < 0) {
                galleries.after(galleries.now(), PAUSE);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Asks all encoders.
     *
     * @return the first one that is not installed any more
     */
    private Optional<String> collect(Image image, List<FaceAlignment> faces, Round round, Set<String> absent, long end)
            throws VisionException {
        for (String version : round.snapshot().encoders()) {
            if (absent.contains(version)) {
                continue;
            }
            if (!comesBack(version, round.snapshot(), end)) {
                return Optional.of(version);
            }
            try {
                Round.Encoded encoded = encoders.call(
                        Optional.of(version),
                        encoder -> new Round.Encoded(encoder.encode(image, faces), encoder::falseMatchRate));
                round.add(version, encoded);
            } catch (VisionException e) {
                if (e.reason() != VisionException.Reason.NOT_INSTALLED) {
                    throw e;
                }
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /**
     * Waits for an encoder that is being replaced, unless the galleries take another one meanwhile.
     *
     * @return whether it is there
     */
    private boolean comesBack(String version, GallerySnapshot snapshot, long end) throws VisionException {
        try {
            while (!encoders.versions().contains(version)) {
                if (galleries.after(snapshot, PAUSE) != snapshot || System.nanoTime() - end > 0) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static VisionException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new VisionException(VisionException.Reason.INTERNAL, "Internal server error", e);
    }
}
