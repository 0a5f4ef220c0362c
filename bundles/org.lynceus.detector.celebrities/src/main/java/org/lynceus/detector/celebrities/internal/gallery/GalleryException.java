package org.lynceus.detector.celebrities.internal.gallery;

/** Says which file of a gallery cannot be read and why, in one sentence without a full stop. */
final class GalleryException extends Exception {
    private static final long serialVersionUID = 1L;

    GalleryException(String file, String reason) {
        super(file + ": " + reason);
    }

    GalleryException(String file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
