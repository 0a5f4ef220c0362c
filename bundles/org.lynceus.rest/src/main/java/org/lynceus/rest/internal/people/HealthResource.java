package org.lynceus.rest.internal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.lynceus.api.Readiness;
import org.lynceus.rest.internal.http.Exchanges;
import org.lynceus.rest.internal.http.Json;
import org.lynceus.rest.internal.http.Reply;
import org.lynceus.rest.internal.http.Responses;
import org.lynceus.rest.internal.wire.Dispatcher;
import org.lynceus.rest.internal.wire.RekognitionResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Says whether the process lives, and whether everything that is installed can be asked. */
@Path("/health")
@Produces("*/*")
@Component(service = HealthResource.class)
@JaxrsResource
@JaxrsName("health")
public final class HealthResource {
    private final Exchanges exchanges;
    private final Dispatcher dispatcher;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Readiness readiness;

    /**
     * Waits for the other resources, so that nobody is told to come before they are there.
     *
     * @param endpoint only has to be there
     * @param people only has to be there
     */
    @Activate
    public HealthResource(
            @Reference Exchanges exchanges,
            @Reference Dispatcher dispatcher,
            @Reference RekognitionResource endpoint,
            @Reference PeopleResource people) {
        this(exchanges, dispatcher, (Readiness) null);
    }

    HealthResource(Exchanges exchanges, Dispatcher dispatcher, Readiness readiness) {
        this.exchanges = exchanges;
        this.dispatcher = dispatcher;
        this.readiness = readiness;
    }

    /** The process answers. */
    @GET
    @Path("/live")
    public Response live(@Context HttpServletRequest request) {
        return Responses.answer(
                exchanges, request, Reply.JSON, exchange -> Reply.ok(Reply.JSON, Json.write(Map.of("live", true))));
    }

    /** Everything that is installed can be asked: 200, otherwise 503 and what is amiss. */
    @GET
    @Path("/ready")
    public Response ready(@Context HttpServletRequest request) {
        return Responses.answer(exchanges, request, Reply.JSON, exchange -> readiness());
    }

    Reply readiness() {
        List<String> problems = problems();
        Map<String, Object> body = Map.of("ready", problems.isEmpty(), "problems", problems);
        return Reply.of(problems.isEmpty() ? 200 : 503, Reply.JSON, Json.write(body));
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        Readiness current = readiness;
        if (current == null) {
            problems.add("The analyses have not started.");
        } else {
            problems.addAll(current.problems());
        }
        if (dispatcher.names().isEmpty()) {
            problems.add("No operation is installed.");
        }
        return problems;
    }
}
