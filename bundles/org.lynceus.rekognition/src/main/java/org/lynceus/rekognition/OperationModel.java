package org.lynceus.rekognition;

import java.util.List;

/**
 * An operation of the service model.
 *
 * @param name the name, such as {@code DetectFaces}
 * @param input the record of the request body
 * @param output the record of the response body
 * @param errors the errors that the model allows the operation to answer with, in model order
 * @param <I> the type of the request
 * @param <O> the type of the response
 */
public record OperationModel<I extends Record, O extends Record>(
        String name, Class<I> input, Class<O> output, List<ErrorModel> errors) {

    /** Takes an unmodifiable copy of the errors. */
    public OperationModel {
        errors = List.copyOf(errors);
    }

    /**
     * Tells how a request names the operation.
     *
     * @return the value of the {@code X-Amz-Target} header
     */
    public String target() {
        return Operations.TARGET_PREFIX + name;
    }
}
