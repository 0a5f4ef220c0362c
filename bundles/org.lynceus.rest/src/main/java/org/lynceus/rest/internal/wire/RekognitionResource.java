package org.lynceus.rest.internal.wire;

import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.lynceus.rest.internal.http.Exchanges;
import org.lynceus.rest.internal.http.Reply;
import org.lynceus.rest.internal.http.Responses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.annotations.RequireJaxrsWhiteboard;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The endpoint of the AWS SDKs: every operation is a POST to the root, whatever content type it says it has. */
@Path("/")
@Consumes("*/*")
@Produces("*/*")
@Component(service = RekognitionResource.class)
@JaxrsResource
@JaxrsName("rekognition")
@RequireJaxrsWhiteboard
public final class RekognitionResource {
    private static final byte[] GREETING = """
            Lynceus answers Amazon Rekognition requests here: set the endpoint URL of an AWS SDK to this address.
            For curl there is /v1, described by /v1/openapi.json; health is under /health/ready.
            """.getBytes(StandardCharsets.UTF_8);

    private final Exchanges exchanges;
    private final Dispatcher dispatcher;

    /** Answers through the dispatcher. */
    @Activate
    public RekognitionResource(@Reference Exchanges exchanges, @Reference Dispatcher dispatcher) {
        this.exchanges = exchanges;
        this.dispatcher = dispatcher;
    }

    /** Answers an operation. */
    @POST
    public Response operate(@Context HttpServletRequest request) {
        return Responses.answer(
                exchanges,
                request,
                Reply.AWS_JSON,
                exchange -> Reply.ok(Reply.AWS_JSON, dispatcher.dispatch(exchange)));
    }

    /** Tells a person what this is. */
    @GET
    public Response greet(@Context HttpServletRequest request) {
        return Responses.answer(
                exchanges, request, Reply.AWS_JSON, exchange -> Reply.ok("text/plain;charset=utf-8", GREETING));
    }
}
