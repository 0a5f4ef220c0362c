package org.lynceus.gallerybuilder.rules;

import org.lynceus.gallerybuilder.faces.PortraitFace;
import org.lynceus.gallerybuilder.photos.Photo;

/**
 * A photo with the face that stands for the person.
 *
 * @param photo the file
 * @param face of the person
 */
record UsablePhoto(Photo photo, PortraitFace face) {
    private static final double LEAST_SHARPNESS = 0.3;
    private static final double LEAST_COSINE = 0.1;

    /** Whether nothing speaks against the face. */
    boolean fine() {
        return face.reasons().isEmpty();
    }

    /**
     * How much the face counts in the person's entry: a hundredth of its sharpness, at least 0.3 and at most 1, times the
     * cosine of its yaw, at least 0.1.
     *
     * @return 0.03–1
     */
    double weight() {
        double sharpness = Math.min(1, Math.max(LEAST_SHARPNESS, face.sharpness() / 100));
        return sharpness * Math.max(LEAST_COSINE, Math.cos(Math.toRadians(face.yaw())));
    }

    /** The face as an encoder sees it. */
    float[] vector(String encoder) {
        return face.vectors().get(encoder);
    }
}
