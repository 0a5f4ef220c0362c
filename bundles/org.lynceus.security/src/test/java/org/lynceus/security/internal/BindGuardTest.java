package org.lynceus.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

class BindGuardTest {
    private static final String ADDRESSES = "org.ops4j.pax.web.listening.addresses";

    private final Map<String, Map<String, Object>> settings = new HashMap<>();
    private final List<String> done = new ArrayList<>();

    @Test
    void allowsServiceOnLoopback() {
        settings.put("org.ops4j.pax.web", Map.of(ADDRESSES, "127.0.0.1"));
        guard("loopback");
        assertThat(done).containsExactly("allow");
    }

    @Test
    void exitsWhenNoAddressIsConfigured() {
        guard("loopback");
        assertThat(done).containsExactly("forbid", "exit");
    }

    @Test
    void exitsWhenTheAddressBecomesOpenLater() {
        settings.put("org.ops4j.pax.web", Map.of(ADDRESSES, "127.0.0.1"));
        BindGuard guard = guard("loopback");
        settings.put("org.ops4j.pax.web", Map.of(ADDRESSES, "0.0.0.0"));
        guard.configurationEvent(event("org.ops4j.pax.web"));
        assertThat(done).containsExactly("allow", "forbid", "exit");
    }

    @Test
    void ignoresOtherSettings() {
        settings.put("org.ops4j.pax.web", Map.of(ADDRESSES, "127.0.0.1"));
        guard("loopback").configurationEvent(event("org.example"));
        assertThat(done).containsExactly("allow");
    }

    @Test
    void openModeAllowsEveryAddress() {
        settings.put("org.ops4j.pax.web", Map.of(ADDRESSES, "0.0.0.0"));
        guard("open");
        assertThat(done).containsExactly("allow");
    }

    private BindGuard guard(String mode) {
        return new BindGuard(
                mode,
                fake(ConfigurationAdmin.class, "getConfiguration", this::configuration),
                fake(BundleContext.class, "getProperty", key -> null),
                () -> done.add("allow"),
                () -> done.add("forbid"),
                () -> done.add("exit"));
    }

    private Configuration configuration(Object pid) {
        Map<String, Object> values = settings.get(pid);
        Dictionary<String, Object> properties = values == null ? null : new Hashtable<>(values);
        return fake(Configuration.class, "getProperties", none -> properties);
    }

    @SuppressWarnings("unchecked")
    private static ConfigurationEvent event(String pid) {
        ServiceReference<ConfigurationAdmin> source = fake(ServiceReference.class, "getBundle", none -> null);
        return new ConfigurationEvent(source, ConfigurationEvent.CM_UPDATED, null, pid);
    }

    private interface Answer {
        Object to(Object argument);
    }

    private static <T> T fake(Class<T> type, String method, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            if (!called.getName().equals(method)) {
                throw new UnsupportedOperationException(called.getName());
            }
            return answer.to(args == null ? null : args[0]);
        }));
    }
}
