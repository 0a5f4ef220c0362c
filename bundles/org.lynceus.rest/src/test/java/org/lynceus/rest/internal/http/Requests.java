package org.lynceus.rest.internal.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.lynceus.security.AccessPolicy;

/** Requests and settings for tests. */
public final class Requests {
    private Requests() {}

    /** A request with a body of known length. */
    public static Incoming request(String body, String... headers) {
        return request(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A request with a body of known length. */
    public static Incoming request(byte[] body, String... headers) {
        return request(new ByteArrayInputStream(body), body.length, headers);
    }

    /** A request with any body. */
    public static Incoming request(InputStream body, long length, String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return new Incoming(map::get, new RequestBody(() -> body, length));
    }

    /** Everything that answers requests, with default settings but for some. */
    public static Exchanges exchanges(Map<String, Object> changes) {
        return new Exchanges(settings(changes), new BodyBudget(settings(changes)), new AccessPolicy() {});
    }

    /** A budget that never runs out. */
    public static BodyBudget budget() {
        return new BodyBudget(1 << 30, Duration.ZERO);
    }

    /** Default settings but for some, by method name. */
    static Settings settings(Map<String, Object> changes) {
        return (Settings) Proxy.newProxyInstance(
                Settings.class.getClassLoader(), new Class<?>[] {Settings.class}, (proxy, method, args) -> {
                    if (method.getDeclaringClass() == Annotation.class) {
                        return Settings.class;
                    }
                    return changes.getOrDefault(method.getName(), method.getDefaultValue());
                });
    }
}
