package org.lynceus.gallerybuilder.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.findings.Kind;
import org.lynceus.gallerybuilder.photos.Photo;

/** Finds files with the same content (SHA-256; only files of one size are read). */
final class SameFiles {
    private SameFiles() {}

    /**
     * Leaves out what is there twice: of one person's files all but the first, and of those that stand under several
     * people all.
     *
     * @param photos each once
     * @param findings is told
     * @return the others, in the same order
     */
    static List<Photo> leaveOut(List<Photo> photos, List<Finding> findings) {
        Map<Long, List<Photo>> bySize = new HashMap<>();
        photos.forEach(photo -> size(photo)
                .ifPresent(size ->
                        bySize.computeIfAbsent(size, any -> new ArrayList<>()).add(photo)));
        List<Photo> kept = new ArrayList<>();
        Map<Photo, Finding> told = new HashMap<>();
        for (List<Photo> sameSize : bySize.values()) {
            if (sameSize.size() > 1) {
                Map<String, List<Photo>> byContent = new HashMap<>();
                sameSize.forEach(photo -> sha256(photo)
                        .ifPresent(hash -> byContent
                                .computeIfAbsent(hash, any -> new ArrayList<>())
                                .add(photo)));
                byContent.values().forEach(same -> judge(same, told));
            }
        }
        for (Photo photo : photos) {
            Finding finding = told.get(photo);
            if (finding == null) {
                kept.add(photo);
            } else {
                findings.add(finding);
            }
        }
        return kept;
    }

    private static void judge(List<Photo> same, Map<Photo, Finding> told) {
        for (Photo photo : same) {
            Optional<Photo> elsewhere = same.stream()
                    .filter(other -> !other.person().equals(photo.person()))
                    .findFirst();
            if (elsewhere.isPresent()) {
                told.put(photo, shared(photo, "the same file as", elsewhere.get()));
            } else if (photo != same.get(0)) {
                told.put(photo, duplicate(photo, "the same file as", same.get(0)));
            }
        }
    }

    /** A photo that stands under another person too. */
    static Finding shared(Photo photo, String how, Photo other) {
        return Finding.unused(
                Kind.SHARED,
                photo.person().label(),
                photo.label(),
                how + " " + other.label() + " of " + other.person().label());
    }

    /** A photo that the person has twice. */
    static Finding duplicate(Photo photo, String how, Photo other) {
        return new Finding(
                Kind.DUPLICATE, photo.person().label(), photo.label(), how + " " + other.label(), "counts once");
    }

    private static Optional<Long> size(Photo photo) {
        try {
            return Optional.of(Files.size(photo.path()));
        } catch (IOException unreadable) {
            // Reading the picture reports it.
            return Optional.empty();
        }
    }

    private static Optional<String> sha256(Photo photo) {
        try (InputStream file = Files.newInputStream(photo.path())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException unreadable) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
