package org.lynceus.rest.internal.people;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.ModelDirectory;
import org.lynceus.rest.internal.http.Exchanges;
import org.lynceus.rest.internal.http.Json;
import org.lynceus.rest.internal.http.Reply;
import org.lynceus.rest.internal.http.Responses;
import org.lynceus.rest.internal.wire.Dispatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The resources for people with curl, described by {@code /v1/openapi.json}. */
@Path("/v1")
@Consumes("*/*")
@Produces("*/*")
@Component(service = PeopleResource.class)
@JaxrsResource
@JaxrsName("people")
public final class PeopleResource {
    private final Exchanges exchanges;
    private final Analyses analyses;
    private final DetectorRegistry registry;
    private final ModelDirectory models;
    private final Dispatcher dispatcher;
    private final byte[] description;

    /** Loads the description. */
    @Activate
    public PeopleResource(
            @Reference Exchanges exchanges,
            @Reference Analyses analyses,
            @Reference DetectorRegistry registry,
            @Reference ModelDirectory models,
            @Reference Dispatcher dispatcher)
            throws IOException {
        this.exchanges = exchanges;
        this.analyses = analyses;
        this.registry = registry;
        this.models = models;
        this.dispatcher = dispatcher;
        try (InputStream file = PeopleResource.class.getResourceAsStream("openapi.json")) {
            this.description = Objects.requireNonNull(file, "openapi.json").readAllBytes();
        }
    }

    /** Lists what there is. */
    @GET
    public Response index(@Context HttpServletRequest request) {
        return answer(request, exchange -> Reply.ok(Reply.JSON, Json.write(contents())));
    }

    /** Describes the resources. */
    @GET
    @Path("/openapi.json")
    public Response description(@Context HttpServletRequest request) {
        return answer(request, exchange -> Reply.ok(Reply.JSON, description));
    }

    /** Lists the models that are served, with their licences and where they come from. */
    @GET
    @Path("/models")
    public Response models(@Context HttpServletRequest request) {
        return answer(request, exchange -> Reply.ok(Reply.JSON, Json.write(Map.of("models", models.models()))));
    }

    /** Answers as DetectFaces does. */
    @POST
    @Path("/faces")
    public Response faces(@Context HttpServletRequest request, @Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters());
        return answer(request, exchange -> Reply.ok(Reply.JSON, analyses.faces(query, exchange)));
    }

    /** Answers as CompareFaces does. */
    @POST
    @Path("/compare")
    public Response compare(@Context HttpServletRequest request, @Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters());
        return answer(request, exchange -> Reply.ok(Reply.JSON, analyses.compare(query, exchange)));
    }

    /** Answers as RecognizeCelebrities does. */
    @POST
    @Path("/celebrities")
    public Response celebrities(@Context HttpServletRequest request, @Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters());
        return answer(request, exchange -> Reply.ok(Reply.JSON, analyses.celebrities(query, exchange)));
    }

    /** Answers as GetCelebrityInfo does. */
    @GET
    @Path("/celebrities/{id}")
    public Response celebrity(@PathParam("id") String id, @Context HttpServletRequest request) {
        return answer(request, exchange -> Reply.ok(Reply.JSON, analyses.celebrity(id, exchange)));
    }

    /** Runs any analysis that is installed. */
    @POST
    @Path("/detect/{type}")
    public Response detect(@PathParam("type") String type, @Context HttpServletRequest request, @Context UriInfo uri) {
        Query query = new Query(uri.getQueryParameters());
        return answer(request, exchange -> Reply.ok(Reply.JSON, analyses.detect(type, query, exchange)));
    }

    private Response answer(HttpServletRequest request, Exchanges.Handler handler) {
        return Responses.answer(exchanges, request, Reply.JSON, handler);
    }

    private Map<String, Object> contents() {
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("name", "Lynceus");
        contents.put("description", "/v1/openapi.json");
        contents.put(
                "resources",
                List.of(
                        "POST /v1/faces",
                        "POST /v1/compare",
                        "POST /v1/celebrities",
                        "GET /v1/celebrities/{id}",
                        "POST /v1/detect/{type}",
                        "GET /v1/models",
                        "GET /health/live",
                        "GET /health/ready"));
        contents.put("types", registry.types().stream().map(AnalysisType::name).toList());
        contents.put("operations", dispatcher.names());
        return contents;
    }
}
