package org.lynceus.gallerybuilder.findings;

/**
 * Something that the user should know: a row of the table.
 *
 * @param kind of it
 * @param person whom it is about, as shown to the user
 * @param photo the file; empty when it is about no single one
 * @param what was found
 * @param consequence what was made of it
 */
public record Finding(Kind kind, String person, String photo, String what, String consequence) {
    /** The consequence for a photo that makes no part of an entry. */
    public static final String NOT_USED = "not used";

    private static final String LEFT_OUT = "left out";

    /**
     * About a photo that is not used.
     *
     * @param what was found
     */
    public static Finding unused(Kind kind, String person, String photo, String what) {
        return new Finding(kind, person, photo, what, NOT_USED);
    }

    /**
     * About a person without any photo.
     *
     * @param what was found
     */
    public static Finding missing(String person, String what) {
        return new Finding(Kind.MISSING, person, "", what, LEFT_OUT);
    }

    /** The same about a person who has no other photo. */
    public Finding leavingOut() {
        return new Finding(kind, person, photo, what, NOT_USED + ", the person is " + LEFT_OUT);
    }

    /** Whether the person is not in the gallery. */
    public boolean leavesOut() {
        return consequence.endsWith(LEFT_OUT);
    }
}
