package org.lynceus.rekognition.internal;

/**
 * One member of a structure.
 *
 * @param name its name on the wire
 * @param component its name in the record and in the paths of violations
 * @param required whether it must be present
 * @param shape what it holds
 */
public record Member(String name, String component, boolean required, Shape shape) {}
