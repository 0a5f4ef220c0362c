package org.lynceus.evaluate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.lynceus.evaluate.attributes.AttributePart;
import org.lynceus.evaluate.landmarks.LandmarkPart;
import org.lynceus.evaluate.pairs.AllPairsPart;
import org.lynceus.evaluate.pairs.PairsPart;
import org.lynceus.evaluate.rotations.RotationPart;
import org.lynceus.evaluate.session.Part;

/** The parts of an evaluation of faces, in the order of the report. */
enum FolderPart {
    /** Pairs of pictures. */
    PAIRS(PairsPart::new),
    /** Faces with 68 points. */
    LANDMARKS(LandmarkPart::new),
    /** Labels of attributes. */
    ATTRIBUTES(AttributePart::new),
    /** Every two pictures. */
    ALL_PAIRS(AllPairsPart::new),
    /** Every picture turned. */
    ROTATIONS(RotationPart::new);

    private final Supplier<Part> part;

    FolderPart(Supplier<Part> part) {
        this.part = part;
    }

    /** Those that need files with labels; where a folder has none, they are left out. */
    static Set<FolderPart> labelled() {
        return EnumSet.of(PAIRS, LANDMARKS, ATTRIBUTES);
    }

    /** Makes the part. */
    Part part() {
        return part.get();
    }

    /** Its name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
