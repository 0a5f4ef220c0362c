package org.lynceus.rest.internal.http;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the form of our errors to those that JAX-RS finds itself: unknown paths, wrong methods. */
@Component(service = ExceptionMapper.class)
@JaxrsExtension
@JaxrsName("lynceus-errors")
public final class UncaughtMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtMapper.class);

    /** Set by JAX-RS; a proxy that knows the current request. */
    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        return Responses.of(Exchanges.refuse(error(thrown), contentType()));
    }

    private String contentType() {
        return request == null || "/".equals(request.getRequestURI()) ? Reply.AWS_JSON : Reply.JSON;
    }

    private static ServiceError error(Throwable thrown) {
        if (thrown instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            return AwsErrors.http(known.getResponse().getStatus());
        }
        LOG.error("Request failed outside of any resource", thrown);
        return AwsErrors.internal();
    }
}
