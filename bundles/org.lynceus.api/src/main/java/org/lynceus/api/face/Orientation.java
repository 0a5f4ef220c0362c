package org.lynceus.api.face;

/**
 * How a picture lies: by how many degrees it must be turned clockwise to be upright.
 *
 * <p>Example: in a picture that somebody turned counter-clockwise by a quarter turn, the tops of heads point to the left
 * side and a face has a {@link Pose#roll() roll} of about −90. Turned clockwise by 90 degrees it is upright, so it is
 * {@link #ROTATE_90}. Boxes and points refer to the picture as it was sent:
 *
 * <pre>{@code
 *   upright        ROTATE_90      ROTATE_180     ROTATE_270
 *   head at top    head at left   head at bottom head at right
 *   roll 0         roll -90       roll 180       roll 90
 * }</pre>
 */
public enum Orientation {
    /** Upright; tops of heads point up. */
    ROTATE_0,
    /** A quarter turn clockwise makes it upright; tops of heads point to the left. */
    ROTATE_90,
    /** Upside down; tops of heads point down. */
    ROTATE_180,
    /** A quarter turn counter-clockwise makes it upright; tops of heads point to the right. */
    ROTATE_270
}
