package org.lynceus.gallerybuilder.rules;

import java.util.List;
import java.util.Optional;
import org.lynceus.gallerybuilder.faces.Portrait;
import org.lynceus.gallerybuilder.faces.PortraitFace;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.findings.Kind;
import org.lynceus.gallerybuilder.photos.Photo;

/** Chooses the face of a photo that is the person's. */
final class FaceChoice {
    /** By how much the largest face's area exceeds the second's where it is clear who is meant. */
    private static final double CLEARLY_LARGER = 2;

    private FaceChoice() {}

    /**
     * Takes the only face, or the largest where its area is at least twice that of the second.
     *
     * @param portrait what the server says of the photo
     * @param findings is told
     * @return empty when no face can be used
     */
    static Optional<UsablePhoto> choose(Photo photo, Portrait portrait, List<Finding> findings) {
        String person = photo.person().label();
        if (portrait.refusal().isPresent()) {
            findings.add(Finding.unused(
                    Kind.UNREADABLE, person, photo.label(), portrait.refusal().get()));
            return Optional.empty();
        }
        List<PortraitFace> faces = portrait.faces();
        if (faces.isEmpty()) {
            findings.add(Finding.unused(Kind.FACELESS, person, photo.label(), "no face found"));
            return Optional.empty();
        }
        if (faces.size() > 1) {
            boolean clear = faces.get(0).area() >= CLEARLY_LARGER * faces.get(1).area();
            String what = faces.size() + " faces";
            findings.add(
                    clear
                            ? new Finding(Kind.CROWDED, person, photo.label(), what, "the largest, by far, is used")
                            : Finding.unused(Kind.CROWDED, person, photo.label(), what + ", none by far the largest"));
            if (!clear) {
                return Optional.empty();
            }
        }
        return Optional.of(new UsablePhoto(photo, faces.get(0)));
    }
}
