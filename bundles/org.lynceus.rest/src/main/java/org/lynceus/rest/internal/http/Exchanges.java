package org.lynceus.rest.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.lynceus.security.AccessPolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way of answering a request: gives it an id, room for its body and a clock, and turns whatever goes wrong into
 * an error reply. There only while requests may be served at all. Thread-safe.
 */
@Component(service = Exchanges.class, configurationPid = Settings.PID)
public final class Exchanges {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    private final BodyBudget budget;
    private final BodyReader reader;
    private final Scopes scopes;
    private final Duration timeout;
    private final boolean serverTiming;

    /**
     * Takes limits and scopes from the settings.
     *
     * @param policy says by being there that requests may be served
     */
    @Activate
    public Exchanges(Settings settings, @Reference BodyBudget budget, @Reference AccessPolicy policy) {
        this.budget = budget;
        this.reader = new BodyReader(settings.max_body_bytes());
        this.scopes = new Scopes(settings);
        this.timeout = Duration.ofSeconds(settings.request_timeout_seconds());
        this.serverTiming = settings.server_timing();
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        /** Does it, or says why not. */
        Reply handle(Exchange exchange) throws ServiceException, VisionException;
    }

    /**
     * Answers a request; never throws what the handler throws.
     *
     * @param incoming the request
     * @param errorType content type of errors
     * @param handler answers it
     */
    public Reply answer(Incoming incoming, String errorType, Handler handler) {
        String requestId = UUID.randomUUID().toString();
        Reply reply = serverTiming
                ? answerTimed(incoming, errorType, handler, requestId)
                : answerPlain(incoming, errorType, handler, requestId);
        return reply.with("x-amzn-RequestId", requestId);
    }

    /** Makes the reply to a request that no handler was found for. */
    static Reply refuse(ServiceError error, String errorType) {
        return ErrorWriter.write(error, errorType)
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }

    private Reply answerTimed(Incoming incoming, String errorType, Handler handler, String requestId) {
        long start = System.nanoTime();
        try (Timings timings = Timings.begin()) {
            Reply reply = answerPlain(incoming, errorType, handler, requestId);
            Map<String, Long> steps = timings.nanos();
            steps.put("total", System.nanoTime() - start);
            return reply.with("Server-Timing", serverTiming(steps));
        }
    }

    private Reply answerPlain(Incoming incoming, String errorType, Handler handler, String requestId) {
        try (Exchange exchange =
                new Exchange(incoming, requestId, Instant.now().plus(timeout), scopes, reader, budget.lease())) {
            return handler.handle(exchange);
        } catch (ServiceException e) {
            return fail(e.error(), errorType, requestId, e);
        } catch (VisionException e) {
            return fail(AwsErrors.of(e), errorType, requestId, e);
        } catch (RuntimeException | Error e) {
            // Whatever a plugin does, its request gets an answer and the server goes on.
            return fail(AwsErrors.internal(), errorType, requestId, e);
        }
    }

    private static Reply fail(ServiceError error, String errorType, String requestId, Throwable cause) {
        if (error.isFault()) {
            LOG.error("Request {} failed", requestId, cause);
        } else {
            LOG.debug("Request {} refused: {}", requestId, error.message());
        }
        return ErrorWriter.write(error, errorType);
    }

    /** Steps as the header has them, milliseconds; see the W3C note on Server Timing. */
    private static String serverTiming(Map<String, Long> nanos) {
        return nanos.entrySet().stream()
                .map(step -> String.format(
                        Locale.ROOT,
                        "%s;dur=%.3f",
                        step.getKey().replaceAll("[^A-Za-z0-9_.-]", "_"),
                        step.getValue() / 1e6))
                .collect(Collectors.joining(", "));
    }
}
