package org.lynceus.detector.celebrities.internal.gallery;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.detector.celebrities.internal.Config;
import org.lynceus.detector.celebrities.internal.search.GallerySnapshot;
import org.lynceus.detector.celebrities.internal.search.SearchedGalleries;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The galleries of started bundles that have a {@code lynceus.gallery} capability, for the face encoders that are
 * installed. Thread-safe.
 */
@Component(
        immediate = true,
        service = {Galleries.class, SearchedGalleries.class},
        configurationPid = Config.PID)
public final class GalleryExtender implements Galleries, SearchedGalleries, BundleListener {
    private static final long MEGABYTE = 1_000_000;

    /** Of the memory of the process, half is left for everything else. */
    private static final int SHARE = 2;

    private final BundleContext context;
    private final Shelf shelf;
    private final NavigableMap<ServiceReference<FaceEncoder>, FaceEncoder> encoders = new TreeMap<>();

    /** Begins with the bundles that are there. */
    @Activate
    public GalleryExtender(BundleContext context, Config config) {
        this(context, new Shelf(new DaemonWorker("lynceus-galleries"), budget(config)));
    }

    /** Begins with the bundles that are there and a shelf, which it owns. */
    GalleryExtender(BundleContext context, Shelf shelf) {
        this.context = context;
        this.shelf = shelf;
        context.addBundleListener(this);
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE && isGallery(bundle))
                .forEach(bundle -> shelf.arrived(source(bundle)));
    }

    /** Takes a new size over; nothing is read anew for it. */
    @Modified
    public void modified(Config config) {
        shelf.budget(budget(config));
    }

    /** Lets go of all galleries. */
    @Deactivate
    public void deactivate() {
        context.removeBundleListener(this);
        shelf.close();
    }

    @Reference(
            service = FaceEncoder.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updateEncoder",
            unbind = "unbindEncoder")
    synchronized void bindEncoder(ServiceReference<FaceEncoder> reference, FaceEncoder encoder) {
        encoders.put(reference, encoder);
        tellEncoders();
    }

    synchronized void updateEncoder(ServiceReference<FaceEncoder> reference, FaceEncoder encoder) {
        // A map does not notice that the order of its keys has changed.
        encoders.values().removeIf(known -> known == encoder);
        bindEncoder(reference, encoder);
    }

    synchronized void unbindEncoder(ServiceReference<FaceEncoder> reference, FaceEncoder encoder) {
        encoders.values().removeIf(known -> known == encoder);
        tellEncoders();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.STARTED -> {
                if (isGallery(bundle)) {
                    shelf.arrived(source(bundle));
                }
            }
            case BundleEvent.STOPPED -> shelf.stopped(bundle.getBundleId());
            case BundleEvent.UNINSTALLED -> shelf.gone(bundle.getBundleId());
            default -> {}
        }
    }

    @Override
    public GallerySnapshot now() {
        return shelf.snapshot();
    }

    @Override
    public boolean begun() {
        return shelf.begun();
    }

    @Override
    public GallerySnapshot after(GallerySnapshot known, Duration patience) throws InterruptedException {
        return shelf.after(known, patience);
    }

    @Override
    public Optional<Celebrity> find(String id) {
        return shelf.find(id);
    }

    @Override
    public List<InstalledGallery> galleries() {
        return shelf.galleries();
    }

    /** Like {@link org.lynceus.api.face.FaceEncoders#versions()}, the best first, yet as seen from here. */
    private void tellEncoders() {
        Map<String, Integer> versions = new LinkedHashMap<>();
        encoders.descendingMap()
                .values()
                .forEach(encoder -> versions.putIfAbsent(encoder.version(), encoder.dimension()));
        shelf.encoders(versions);
    }

    private static long budget(Config config) {
        return Math.min(
                Math.max(0, config.max_megabytes()) * MEGABYTE,
                Runtime.getRuntime().maxMemory() / SHARE);
    }

    private static boolean isGallery(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && !revision.getDeclaredCapabilities(Galleries.NAMESPACE).isEmpty();
    }

    private static GallerySource source(Bundle bundle) {
        return new GallerySource(
                bundle.getBundleId(),
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                bundle.getLastModified(),
                new BundleEntries(bundle));
    }
}
