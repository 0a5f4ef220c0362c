package org.lynceus.gallerybuilder.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.findings.Kind;

/** Decides which of one person's photos make the entry. */
final class PersonPhotos {
    private PersonPhotos() {}

    /**
     * Leaves out poor photos where there are better ones, and those unlike the others.
     *
     * @param photos of one person, none twice
     * @param encoder that compares
     * @param lookAlike cosine that one in 100,000 pairs of strangers reaches, where it is known
     * @param findings is told
     * @return at least one where there was one
     */
    static List<UsablePhoto> used(
            List<UsablePhoto> photos, String encoder, OptionalDouble lookAlike, List<Finding> findings) {
        boolean better = photos.stream().anyMatch(UsablePhoto::fine);
        List<UsablePhoto> used = new ArrayList<>();
        for (UsablePhoto photo : photos) {
            if (!photo.fine()) {
                findings.add(new Finding(
                        Kind.POOR,
                        photo.photo().person().label(),
                        photo.photo().label(),
                        words(photo.face().reasons()),
                        better ? Finding.NOT_USED : "used, for want of a better photo"));
            }
            if (photo.fine() || !better) {
                used.add(photo);
            }
        }
        for (OptionalInt odd = oddest(used, encoder, lookAlike);
                odd.isPresent();
                odd = oddest(used, encoder, lookAlike)) {
            UsablePhoto photo = used.remove(odd.getAsInt());
            findings.add(Finding.unused(
                    Kind.UNLIKE, photo.photo().person().label(), photo.photo().label(), "unlike the others"));
        }
        return used;
    }

    private static OptionalInt oddest(List<UsablePhoto> photos, String encoder, OptionalDouble lookAlike) {
        return Outliers.oddest(
                photos.stream().map(photo -> photo.vector(encoder)).toList(), lookAlike);
    }

    private static String words(List<String> reasons) {
        return String.join(", ", reasons.stream().map(PersonPhotos::word).toList());
    }

    private static String word(String reason) {
        return switch (reason) {
            case "SMALL_BOUNDING_BOX" -> "small face";
            case "LOW_SHARPNESS" -> "blurred";
            case "LOW_BRIGHTNESS" -> "dark";
            case "LOW_FACE_QUALITY" -> "too bright";
            case "EXTREME_POSE" -> "head turned far";
            case "LOW_CONFIDENCE" -> "hardly a face";
            default -> reason.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
