package org.lynceus.rekognition;

/**
 * An error that the service model names.
 *
 * @param name the value of {@code __type}, such as {@code InvalidParameterException}
 * @param httpStatus 400, or 500 for a fault. {@code ThrottlingException} is a fault in the model, though the service
 *     also sends it with 400 when the caller is too fast: the sender decides.
 * @param fault whether the model holds the service, not the caller, responsible
 */
public record ErrorModel(String name, int httpStatus, boolean fault) {}
