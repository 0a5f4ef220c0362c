package org.lynceus.rest.internal.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps request bodies away from the JAX-RS implementation, which reads whatever a resource left unread into memory,
 * without bound, and loses the reply when that fails. JAX-RS sees an empty body; resources take the real one from
 * {@link #body}. What nobody read is discarded after the reply.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterName("lynceus-body")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
public final class BodyFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(BodyFilter.class);
    private static final String ATTRIBUTE = RequestBody.class.getName();
    private static final long DISCARD_BYTES = 64L * 1024 * 1024;
    private static final Duration DISCARD_TIME = Duration.ofSeconds(5);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean chunked = http.getHeader("Transfer-Encoding") != null;
        long length = chunked ? -1 : Math.max(0, http.getContentLengthLong());
        RequestBody body = new RequestBody(http::getInputStream, length);
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new Bodiless(http), response);
        // A client that waits for "100 Continue" has sent nothing.
        if (!body.isFinished() && http.getHeader("Expect") == null) {
            response.flushBuffer();
            discard(body);
        }
    }

    /**
     * The body of a request.
     *
     * @throws IllegalStateException when the request has not passed this filter
     */
    static RequestBody body(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestBody body) {
            return body;
        }
        throw new IllegalStateException("a request came before the filter of bodies");
    }

    private static void discard(RequestBody body) {
        try {
            body.discard(DISCARD_BYTES, DISCARD_TIME);
        } catch (IOException | IllegalStateException e) {
            // The reply is out; Jetty closes the connection.
            LOG.debug("Rest of a request body not discarded", e);
        }
    }

    private static final class Bodiless extends HttpServletRequestWrapper {
        Bodiless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new EmptyStream();
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(new EmptyStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class EmptyStream extends ServletInputStream {
        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("there is nothing to read");
        }
    }
}
