package org.lynceus.evaluate.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lynceus.evaluate.server.DetectedFace;
import org.lynceus.evaluate.server.Reported;

/** An attribute with two values. */
public enum Trait {
    /** True means male. */
    GENDER("gender", "Gender", "male", "sex"),
    /** Smiles. */
    SMILE("smile", "Smile", "smiling"),
    /** Wears glasses of any kind. */
    EYEGLASSES("eyeglasses", "Eyeglasses", "glasses"),
    /** Wears dark glasses. */
    SUNGLASSES("sunglasses", "Sunglasses"),
    /** Has a beard. */
    BEARD("beard", "Beard", "nobeard"),
    /** Has a moustache. */
    MUSTACHE("mustache", "Mustache", "moustache"),
    /** The mouth is open. */
    MOUTH_OPEN("mouth open", "MouthOpen", "mouthslightlyopen"),
    /** The eyes are open. */
    EYES_OPEN("eyes open", "EyesOpen"),
    /** Something hides a part of the face. */
    FACE_OCCLUDED("face occluded", "FaceOccluded", "occluded");

    private static final String INVERTED = "nobeard";
    private static final String TRUE_GENDER = "Male";

    private final String label;
    private final String member;
    private final List<String> otherColumns;

    Trait(String label, String member, String... otherColumns) {
        this.label = label;
        this.member = member;
        this.otherColumns = List.of(otherColumns);
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What the server says; empty when it does not report it. */
    public Optional<Reported> of(DetectedFace face) {
        return face.attribute(member, this == GENDER ? TRUE_GENDER : "true");
    }

    /** The trait that a column of a label file is about, whatever its upper case letters and underscores. */
    static Optional<Trait> ofColumn(String column) {
        String plain = plain(column);
        for (Trait trait : values()) {
            if (plain(trait.member).equals(plain) || trait.otherColumns.contains(plain)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }

    /** Whether a column says the opposite of its trait. */
    static boolean inverted(String column) {
        return plain(column).equals(INVERTED);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
