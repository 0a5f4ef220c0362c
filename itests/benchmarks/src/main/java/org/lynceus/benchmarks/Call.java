package org.lynceus.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lynceus.itests.Answer;
import org.lynceus.itests.HttpCaller;

/**
 * One call of an operation.
 *
 * @param millis from the request's first byte to the answer's last, as the client sees it
 * @param steps what the answer tells of itself
 */
record Call(double millis, Steps steps) {
    /**
     * Calls DetectFaces.
     *
     * @param http the server
     * @param body JSON of the request
     * @throws IOException when the answer is no success
     */
    static Call detectFaces(HttpCaller http, String body) throws IOException {
        return of(http, "DetectFaces", body);
    }

    /**
     * Calls.
     *
     * @param http the server
     * @param operation its name
     * @param body JSON of the request
     * @throws IOException when the answer is no success
     */
    static Call of(HttpCaller http, String operation, String body) throws IOException {
        long start = System.nanoTime();
        Answer answer = http.operation(operation, body);
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.status() != 200) {
            throw new IOException(answer.text());
        }
        return new Call(millis, Steps.parse(answer.header("Server-Timing")));
    }

    /** One value of each call. */
    static Sample sample(List<Call> calls, ToDoubleFunction<Call> value) {
        return new Sample(calls.stream().map(value::applyAsDouble).toList());
    }
}
