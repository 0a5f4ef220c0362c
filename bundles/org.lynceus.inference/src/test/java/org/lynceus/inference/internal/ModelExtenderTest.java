package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelUsage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

class ModelExtenderTest {
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<BundleListener> listeners = new ArrayList<>();
    private final List<Map.Entry<Object, Dictionary<String, ?>>> services = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void nothingStaysOpen() {
        assertThat(services).isEmpty();
        assertThat(listeners).isEmpty();
        assertThat(GraphSession.open()).isZero();
    }

    @Test
    void tracksModelBundles() throws IOException {
        Bundle early = modelBundle(1, new TestModel("early", "1.0", 2));
        bundles.add(early);
        bundles.add(bundle(2, null, Bundle.ACTIVE, false));
        ModelExtender extender = new ModelExtender(context(), config(0));
        await().until(() -> services.size() == 1);
        assertThat(services.get(0).getKey()).isInstanceOf(Model.class).isInstanceOf(ModelUsage.class);
        assertThat(services.get(0).getValue().get(Model.ROLE)).isEqualTo("test-multiplication");
        assertThat(services.get(0).getValue().get(Model.ID)).isEqualTo("early");
        assertThat(services.get(0).getValue().get(Model.VERSION)).isEqualTo("1.0");

        Bundle late = modelBundle(3, new TestModel("late", "1.0", 2));
        tell(BundleEvent.STARTED, late);
        await().until(() -> services.size() == 2);
        assertThat(ranking("late")).isGreaterThan(ranking("early"));

        tell(BundleEvent.STOPPED, early);
        tell(BundleEvent.UNINSTALLED, late);
        await().until(() -> services.size() == 1);
        assertThat(ranking("early")).isZero();
        extender.deactivate();
    }

    private int ranking(String id) {
        return services.stream()
                .filter(service -> service.getValue().get(Model.ID).equals(id))
                .map(service -> (Integer) service.getValue().get(Constants.SERVICE_RANKING))
                .findFirst()
                .orElseThrow();
    }

    private void tell(int type, Bundle bundle) {
        List.copyOf(listeners).forEach(listener -> listener.bundleChanged(new BundleEvent(type, bundle)));
    }

    private BundleContext context() {
        return fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundles" -> bundles.toArray(Bundle[]::new);
            case "addBundleListener" -> listeners.add((BundleListener) arguments[0]);
            case "removeBundleListener" -> listeners.remove((BundleListener) arguments[0]);
            case "registerService" -> {
                @SuppressWarnings("unchecked")
                Dictionary<String, ?> properties = (Dictionary<String, ?>) arguments[2];
                Map.Entry<Object, Dictionary<String, ?>> service = Map.entry(arguments[1], properties);
                services.add(service);
                yield fake(ServiceRegistration.class, (p, m, a) -> services.remove(service));
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Bundle modelBundle(long id, TestModel model) throws IOException {
        return bundle(id, model.jar(folder), Bundle.ACTIVE, true);
    }

    private static Bundle bundle(long id, Path jar, int state, boolean model) {
        BundleRevision revision = fake(
                BundleRevision.class,
                (proxy, method, arguments) ->
                        model ? List.of(fake(BundleCapability.class, (p, m, a) -> null)) : List.of());
        return fake(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundleId", "getLastModified" -> id;
            case "getSymbolicName", "toString" -> "bundle" + id;
            case "getLocation" -> jar.toUri().toString();
            case "getVersion" -> Version.emptyVersion;
            case "getState" -> state;
            case "adapt" -> revision;
            case "getEntry" -> entry(jar, (String) arguments[0]);
            case "hashCode" -> (int) id;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static URL entry(Path jar, String path) throws MalformedURLException {
        return new URL("jar:" + jar.toUri() + "!/" + path);
    }

    private static ModelExtender.Config config(int grace) {
        return new ModelExtender.Config() {
            @Override
            public int max_concurrency() {
                return 0;
            }

            @Override
            public int threads_intra() {
                return 0;
            }

            @Override
            public int grace_seconds() {
                return grace;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ModelExtender.Config.class;
            }
        };
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
