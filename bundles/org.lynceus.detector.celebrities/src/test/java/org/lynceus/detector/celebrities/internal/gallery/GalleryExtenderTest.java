package org.lynceus.detector.celebrities.internal.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.api.celebrity.InstalledGallery.State;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.detector.celebrities.internal.search.FakeEncoder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

class GalleryExtenderTest {
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<BundleListener> listeners = new ArrayList<>();
    private final ManualWorker worker = new ManualWorker();

    @Test
    void followsGalleryBundles() {
        Bundle early = bundle(1, Bundle.ACTIVE, TestGallery.of("early", "1.0", 2, "a"));
        Bundle asleep = bundle(2, Bundle.RESOLVED, TestGallery.of("asleep", "1.0", 2, "a"));
        bundles.addAll(List.of(early, asleep, bundle(3, Bundle.ACTIVE, null)));
        GalleryExtender extender = new GalleryExtender(context(), new Shelf(worker, 1_000_000));
        extender.bindEncoder(reference(0), new FakeEncoder("a"));
        worker.run();
        assertThat(extender.galleries())
                .extracting(InstalledGallery::id, InstalledGallery::state)
                .containsExactly(tuple("early", State.READY));
        assertThat(extender.find("early1")).map(Celebrity::name).contains("Person 1");
        assertThat(extender.find("asleep1")).isEmpty();

        tell(BundleEvent.STARTED, asleep);
        tell(BundleEvent.STARTED, bundles.get(2));
        worker.run();
        assertThat(extender.find("asleep1")).isPresent();

        tell(BundleEvent.STOPPED, early);
        tell(BundleEvent.UNINSTALLED, asleep);
        assertThat(extender.galleries()).extracting(InstalledGallery::id).containsExactly("early");
        worker.pass(Shelf.GRACE);
        assertThat(extender.galleries()).isEmpty();

        extender.deactivate();
        extender.unbindEncoder(reference(0), new FakeEncoder("a"));
        assertThat(listeners).isEmpty();
    }

    @Test
    void theEncoderOfTheHighestRankingIsTheBest() {
        bundles.add(bundle(1, Bundle.ACTIVE, TestGallery.of("g", "1.0", 2, "a", "b", "c")));
        GalleryExtender extender = new GalleryExtender(context(), new Shelf(worker, 1_000_000));
        FaceEncoder b = new FakeEncoder("b");
        FaceEncoder c = new FakeEncoder("c");
        extender.bindEncoder(reference(1), new FakeEncoder("a"));
        extender.bindEncoder(reference(3), b);
        extender.bindEncoder(reference(2), c);
        assertThat(encoder(extender)).contains("b");

        extender.unbindEncoder(reference(3), b);
        assertThat(encoder(extender)).contains("c");

        extender.updateEncoder(reference(0), c);
        assertThat(encoder(extender)).contains("a");
    }

    private Optional<String> encoder(GalleryExtender extender) {
        worker.run();
        return extender.galleries().get(0).encoder();
    }

    private void tell(int type, Bundle bundle) {
        List.copyOf(listeners).forEach(listener -> listener.bundleChanged(new BundleEvent(type, bundle)));
    }

    private BundleContext context() {
        return fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundles" -> bundles.toArray(Bundle[]::new);
            case "addBundleListener" -> listeners.add((BundleListener) arguments[0]);
            case "removeBundleListener" -> listeners.remove((BundleListener) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Bundle bundle(long id, int state, TestGallery gallery) {
        BundleRevision revision = fake(
                BundleRevision.class,
                (proxy, method, arguments) ->
                        gallery != null ? List.of(fake(BundleCapability.class, (p, m, a) -> null)) : List.of());
        return fake(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundleId", "getLastModified" -> id;
            case "getSymbolicName", "toString" -> "bundle" + id;
            case "getVersion" -> Version.emptyVersion;
            case "getState" -> state;
            case "adapt" -> revision;
            case "getEntry" -> entry(gallery, (String) arguments[0]);
            case "hashCode" -> (int) id;
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static URL entry(TestGallery gallery, String path) throws MalformedURLException {
        return new URL(null, "bundle:/" + path, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {
                        // It is in memory.
                    }

                    @Override
                    public InputStream getInputStream() throws IOException {
                        return gallery.open(path).orElseGet(() -> new ByteArrayInputStream(new byte[0]));
                    }
                };
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<FaceEncoder> reference(int ranking) {
        return fake(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "compareTo" -> Integer.compare(ranking, arguments[0].hashCode());
            case "hashCode" -> ranking;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
