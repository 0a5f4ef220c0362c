package org.lynceus.rest;

import org.lynceus.api.VisionException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One action of Amazon Rekognition. Thread-safe.
 *
 * <p>An operation is an OSGi service. The endpoint asks for it by name at every request; of several with one name the
 * highest service ranking answers. The endpoint reads and checks the request body and writes the response body.
 *
 * @param <I> wire record of the request body
 * @param <O> wire record of the response body
 */
@ConsumerType
public interface Operation<I extends Record, O extends Record> {
    /** The name that follows {@code RekognitionService.} in a request, such as {@code DetectFaces}. */
    String name();

    /** The record to read the request body into. */
    Class<I> input();

    /**
     * Answers a request.
     *
     * @param input the request; fulfils the constraints of the service model
     * @param context who asks
     * @return the response
     * @throws VisionException why it cannot be answered; its message goes to the client
     */
    O handle(I input, RequestContext context) throws VisionException;
}
