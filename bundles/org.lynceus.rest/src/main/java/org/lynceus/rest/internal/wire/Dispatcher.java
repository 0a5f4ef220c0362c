package org.lynceus.rest.internal.wire;

import java.util.List;
import java.util.Optional;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.lynceus.rekognition.Constraints;
import org.lynceus.rekognition.Operations;
import org.lynceus.rekognition.Violation;
import org.lynceus.rekognition.WireFormatException;
import org.lynceus.rekognition.WireJson;
import org.lynceus.rest.Operation;
import org.lynceus.rest.internal.http.AwsErrors;
import org.lynceus.rest.internal.http.Exchange;
import org.lynceus.rest.internal.http.ServiceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Finds the operation that a request names, and gives it what the request carries. Thread-safe.
 *
 * <p>Order: the operation is known, the signature is well-formed, the operation is installed, the body is JSON, the body
 * fulfils the constraints of the service model.
 */
@Component(service = Dispatcher.class)
public final class Dispatcher {
    /** Lowest ranking first. */
    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<Operation<?, ?>> operations;

    /** Starts without operations; they come and go. */
    @Activate
    public Dispatcher() {
        this(List.of());
    }

    Dispatcher(List<Operation<?, ?>> operations) {
        this.operations = operations;
    }

    /**
     * Answers a request of the wire protocol.
     *
     * @return JSON of the response record
     * @throws ServiceException what the protocol finds wrong
     * @throws VisionException what the operation throws
     */
    byte[] dispatch(Exchange exchange) throws ServiceException, VisionException {
        String target = exchange.header("X-Amz-Target");
        String name = target != null && target.startsWith(Operations.TARGET_PREFIX)
                ? target.substring(Operations.TARGET_PREFIX.length())
                : "";
        Optional<Operation<?, ?>> operation = find(name);
        if (operation.isEmpty() && Operations.find(name).isEmpty()) {
            throw new ServiceException(AwsErrors.unknownOperation(target));
        }
        exchange.scope();
        return readAndCall(operation.orElseThrow(() -> notInstalled(name)), exchange);
    }

    /**
     * Calls an operation with a request that did not come as JSON.
     *
     * @param name name of the operation
     * @param request record of the operation's request
     * @return JSON of the response record
     * @throws ServiceException when the operation is not installed or the request violates its constraints
     * @throws VisionException what the operation throws
     */
    public byte[] call(String name, Record request, Exchange exchange) throws ServiceException, VisionException {
        return cast(find(name).orElseThrow(() -> notInstalled(name)), request, exchange);
    }

    /**
     * Calls an operation of the caller's own with a request that did not come as JSON.
     *
     * @param operation need not be installed
     * @param request record of the operation's request
     * @return JSON of the response record
     * @throws ServiceException when the request violates its constraints
     * @throws VisionException what the operation throws
     */
    public <I extends Record, O extends Record> byte[] call(Operation<I, O> operation, I request, Exchange exchange)
            throws ServiceException, VisionException {
        List<Violation> violations = Constraints.check(request);
        if (!violations.isEmpty()) {
            throw new ServiceException(AwsErrors.validation(Constraints.message(violations)));
        }
        O response = operation.handle(request, exchange.context());
        long start = System.nanoTime();
        byte[] json = WireJson.write(response);
        Timings.add("write", System.nanoTime() - start);
        return json;
    }

    /** The names of the operations that are installed now. */
    public List<String> names() {
        return operations.stream().map(Operation::name).distinct().sorted().toList();
    }

    private <I extends Record, O extends Record> byte[] readAndCall(Operation<I, O> operation, Exchange exchange)
            throws ServiceException, VisionException {
        return call(operation, read(exchange.body(), operation.input()), exchange);
    }

    private <I extends Record, O extends Record> byte[] cast(
            Operation<I, O> operation, Record request, Exchange exchange) throws ServiceException, VisionException {
        return call(operation, operation.input().cast(request), exchange);
    }

    private static <I extends Record> I read(byte[] body, Class<I> type) throws ServiceException {
        long start = System.nanoTime();
        try {
            return WireJson.read(body, type);
        } catch (WireFormatException e) {
            throw new ServiceException(AwsErrors.serialization(e.getMessage()), e);
        } finally {
            Timings.add("json", System.nanoTime() - start);
        }
    }

    private Optional<Operation<?, ?>> find(String name) {
        return operations.stream().filter(o -> o.name().equals(name)).reduce((lower, higher) -> higher);
    }

    private static ServiceException notInstalled(String name) {
        return new ServiceException(AwsErrors.operationNotInstalled(name));
    }
}
