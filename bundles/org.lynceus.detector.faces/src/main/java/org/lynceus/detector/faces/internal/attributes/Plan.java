package org.lynceus.detector.faces.internal.attributes;

import java.util.EnumSet;
import java.util.Set;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.detector.faces.internal.attributes.net.HeadLabel;

/**
 * Which models have to run for what is asked.
 *
 * @param ageGender age and gender, also where heads need its embedding
 * @param emotions emotions, also for a smile
 * @param eyeState open or closed eyes
 * @param iris pupils
 * @param heads attribute heads
 */
record Plan(boolean ageGender, boolean emotions, boolean eyeState, boolean iris, boolean heads) {
    /**
     * Plans.
     *
     * @param asked what is asked
     * @param told what the installed heads can tell
     */
    static Plan of(Set<FaceAttribute> asked, Set<HeadLabel> told) {
        boolean heads = asked.stream().anyMatch(attribute -> told.stream().anyMatch(of(attribute)::contains));
        return new Plan(
                heads || asked.contains(FaceAttribute.AGE_RANGE) || asked.contains(FaceAttribute.GENDER),
                asked.contains(FaceAttribute.EMOTIONS) || asked.contains(FaceAttribute.SMILE),
                asked.contains(FaceAttribute.EYES_OPEN),
                asked.contains(FaceAttribute.EYE_DIRECTION),
                heads);
    }

    /** The heads that an attribute is told by; dark glasses hide eyes. */
    private static Set<HeadLabel> of(FaceAttribute attribute) {
        return switch (attribute) {
            case EYEGLASSES -> EnumSet.of(HeadLabel.EYEGLASSES, HeadLabel.SUNGLASSES);
            case SUNGLASSES -> EnumSet.of(HeadLabel.SUNGLASSES);
            case BEARD -> EnumSet.of(HeadLabel.BEARD);
            case MUSTACHE -> EnumSet.of(HeadLabel.MUSTACHE);
            case FACE_OCCLUDED -> EnumSet.of(HeadLabel.FACE_OCCLUDED);
            case SMILE -> EnumSet.of(HeadLabel.SMILE);
            case MOUTH_OPEN -> EnumSet.of(HeadLabel.MOUTH_OPEN);
            case EYES_OPEN -> EnumSet.of(HeadLabel.EYES_OPEN, HeadLabel.SUNGLASSES);
            case EYE_DIRECTION -> EnumSet.of(HeadLabel.SUNGLASSES);
            case GENDER -> EnumSet.of(HeadLabel.MALE);
            case AGE_RANGE, EMOTIONS, ALL_LANDMARKS -> EnumSet.noneOf(HeadLabel.class);
        };
    }
}
