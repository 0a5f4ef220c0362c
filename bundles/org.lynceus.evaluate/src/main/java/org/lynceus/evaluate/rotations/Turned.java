package org.lynceus.evaluate.rotations;

import java.util.Optional;

/**
 * What became of a picture's faces when it was turned.
 *
 * @param quarters of 90 degrees, clockwise; 0: as it is
 * @param upright number of faces in the upright picture
 * @param found number of those found in the turned one
 * @param further number of other faces in the turned one
 * @param orientation {@code OrientationCorrection} of the turned one
 */
record Turned(int quarters, int upright, int found, int further, Optional<String> orientation) {
    private static final int QUARTERS = 4;
    private static final int DEGREES = 90;

    /** Whether its orientation can be judged: there are faces both upright and turned. */
    boolean judged() {
        return upright > 0 && found + further > 0;
    }

    /** Whether the answer says how to turn the picture back: turned clockwise by 90, it is {@code ROTATE_270}. */
    boolean right() {
        int back = DEGREES * Math.floorMod(-quarters, QUARTERS);
        return orientation.equals(Optional.of("ROTATE_" + back));
    }
}
