package org.lynceus.rekognition.generator;

import com.palantir.javapoet.ClassName;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** How names of the service model become Java names. */
final class Names {
    static final String PUBLIC_PACKAGE = "org.lynceus.rekognition";
    static final String ENGINE_PACKAGE = "org.lynceus.rekognition.internal";
    static final String SHAPES_PACKAGE = "org.lynceus.rekognition.internal.shape";
    static final ClassName STRUCTURE_SHAPE = ClassName.get(ENGINE_PACKAGE, "StructureShape");
    static final ClassName SCALARS = ClassName.get(SHAPES_PACKAGE, "Scalars");

    private static final Set<String> FORBIDDEN_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private Names() {}

    static ClassName recordOf(String structure) {
        return ClassName.get(PUBLIC_PACKAGE, structure);
    }

    static ClassName shapeOf(String structure) {
        return ClassName.get(SHAPES_PACKAGE, structure + "Shape");
    }

    /** {@code FaceDetails} becomes {@code faceDetails}, {@code S3Object} {@code s3Object}, {@code SNSTopicArn} {@code snsTopicArn}. */
    static String component(String member) {
        int capitals = 0;
        while (capitals < member.length() && Character.isUpperCase(member.charAt(capitals))) {
            capitals++;
        }
        boolean wordFollows = capitals < member.length() && Character.isLowerCase(member.charAt(capitals));
        int lower = capitals > 1 && wordFollows ? capitals - 1 : capitals;
        String name = member.substring(0, lower).toLowerCase(Locale.ROOT) + member.substring(lower);
        if (SourceVersion.isKeyword(name) || FORBIDDEN_COMPONENTS.contains(name)) {
            throw new IllegalStateException(member + " cannot name a record component");
        }
        return name;
    }

    /** {@code eyeLeft} becomes {@code EYE_LEFT}, {@code S3Bucket} {@code S3_BUCKET}, {@code IN_PROGRESS} stays. */
    static String constant(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2");
        return words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }
}
