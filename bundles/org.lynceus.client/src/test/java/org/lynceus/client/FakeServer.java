package org.lynceus.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as a server does, with what a test says. */
public final class FakeServer implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();

    /** Starts it on a free port of this machine. */
    public FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** An answer. */
    public record Reply(int status, String json) {
        /** An answer with status 200. */
        public static Reply ok(String json) {
            return new Reply(200, json);
        }

        /** A refusal as the wire protocol has it. */
        public static Reply error(int status, String type, String message) {
            return new Reply(status, "{\"__type\":\"" + type + "\",\"Message\":\"" + message + "\"}");
        }
    }

    /** Makes an answer of a request's body. */
    @FunctionalInterface
    public interface Handler {
        /** Answers. */
        Reply answer(byte[] body) throws IOException;
    }

    /** Makes an answer of a request's JSON. */
    @FunctionalInterface
    public interface JsonHandler {
        /** Answers. */
        Reply answer(JsonNode request) throws IOException;
    }

    /** Answers an operation of the wire protocol. */
    public FakeServer on(String operation, JsonHandler handler) {
        handlers.put("RekognitionService." + operation, body -> handler.answer(MAPPER.readTree(body)));
        return this;
    }

    /** Answers requests to a resource. */
    public FakeServer at(String path, Handler handler) {
        handlers.put(path, handler);
        return this;
    }

    /** Its address. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Handler handler = handlers.get(target == null ? exchange.getRequestURI().getPath() : target);
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply = handler == null ? Reply.error(404, "NotFoundException", "Not Found") : handler.answer(body);
        byte[] json = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
