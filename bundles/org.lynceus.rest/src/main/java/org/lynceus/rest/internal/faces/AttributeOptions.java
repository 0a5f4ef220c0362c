package org.lynceus.rest.internal.faces;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.rekognition.Attribute;

/** Turns the wire's {@code Attributes} into what the analysis is asked for. */
final class AttributeOptions {
    private AttributeOptions() {}

    /**
     * Reads the attributes.
     *
     * @param attributes values of the enumeration; null and {@code DEFAULT} ask for nothing beside the default set,
     *     {@code ALL} asks for everything, whatever else there is
     */
    static FaceOptions of(List<String> attributes) {
        if (attributes == null || attributes.isEmpty()) {
            return FaceOptions.DEFAULT;
        }
        if (attributes.contains(Attribute.ALL)) {
            return FaceOptions.ALL;
        }
        Set<FaceAttribute> asked = EnumSet.noneOf(FaceAttribute.class);
        attributes.stream()
                .filter(attribute -> !attribute.equals(Attribute.DEFAULT))
                .map(FaceAttribute::valueOf)
                .forEach(asked::add);
        return new FaceOptions(asked, null);
    }
}
