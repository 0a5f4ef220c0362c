package org.lynceus.rest.internal.http;

import java.util.Optional;
import javax.ws.rs.core.Response;
import org.lynceus.api.VisionException;

/** The one place that turns reasons into error codes, statuses and fixed texts. */
public final class AwsErrors {
    /** What is said of our own faults, whose details are for the log only. */
    static final String OUR_FAULT = "Internal server error";

    private AwsErrors() {}

    /** The error for what an analysis or an operation throws. */
    public static ServiceError of(VisionException e) {
        return switch (e.reason()) {
            case INVALID_PARAMETER -> badRequest("InvalidParameterException", e);
            case INVALID_IMAGE -> badRequest("InvalidImageFormatException", e);
            case IMAGE_TOO_LARGE -> badRequest("ImageTooLargeException", e);
            case INVALID_OBJECT -> badRequest("InvalidS3ObjectException", e);
            case NOT_FOUND -> badRequest("ResourceNotFoundException", e);
            case ALREADY_EXISTS -> badRequest("ResourceAlreadyExistsException", e);
            case IN_USE -> badRequest("ResourceInUseException", e);
            case LIMIT_EXCEEDED -> badRequest("LimitExceededException", e);
            case ACCESS_DENIED -> badRequest("AccessDeniedException", e);
            case OVERLOADED -> badRequest("ProvisionedThroughputExceededException", e);
            case NOT_INSTALLED -> notImplemented(e.getMessage());
            case RETIRED, INTERNAL -> internal();
        };
    }

    /** The request names no operation, or one that the service does not have. */
    public static ServiceError unknownOperation(String target) {
        return new ServiceError(
                400,
                "UnknownOperationException",
                target == null
                        ? "The header X-Amz-Target is missing."
                        : "The operation named by X-Amz-Target is unknown.");
    }

    /** The service has the operation, this server does not. */
    public static ServiceError operationNotInstalled(String operation) {
        return notImplemented("The operation " + operation + " is not implemented.");
    }

    /** The body cannot be read as what it should be. */
    public static ServiceError serialization(String message) {
        return new ServiceError(400, "SerializationException", message);
    }

    /** The body violates constraints of the service model. */
    public static ServiceError validation(String message) {
        return new ServiceError(400, "ValidationException", message);
    }

    /** A value, or a combination of values, makes no sense. */
    public static ServiceError invalidParameter(String message) {
        return new ServiceError(400, "InvalidParameterException", message);
    }

    /** The signature's form is broken. */
    static ServiceError incompleteSignature(String message) {
        return new ServiceError(400, "IncompleteSignatureException", message);
    }

    /** There is no room for the body. */
    static ServiceError throttled() {
        return new ServiceError(400, "ThrottlingException", "Slow down; sudden increase in rate of requests.");
    }

    /** The body is larger than any request needs; the service has no code for that. */
    static ServiceError bodyTooLarge(long limit) {
        return new ServiceError(413, Optional.empty(), "The request body is larger than " + limit + " bytes.");
    }

    /** Our fault. */
    static ServiceError internal() {
        return new ServiceError(500, "InternalServerError", OUR_FAULT);
    }

    /** Nothing is found under this path. */
    public static ServiceError notFound(String message) {
        return new ServiceError(404, "NotFoundException", message);
    }

    /** An error that the HTTP layer found, named after its status: {@code MethodNotAllowedException}. */
    static ServiceError http(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String reason = known == null ? "Bad Request" : known.getReasonPhrase();
        return new ServiceError(status, reason.replace(" ", "") + "Exception", reason);
    }

    private static ServiceError notImplemented(String message) {
        return new ServiceError(501, "NotImplementedException", message);
    }

    private static ServiceError badRequest(String code, VisionException e) {
        return new ServiceError(400, code, e.getMessage());
    }
}
