package org.lynceus.detector.celebrities.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.celebrity.Celebrities;
import org.lynceus.api.face.FaceEncoders;
import org.lynceus.detector.celebrities.internal.portrait.PortraitDetector;
import org.lynceus.detector.celebrities.internal.search.GallerySearch;
import org.lynceus.detector.celebrities.internal.search.Identification;
import org.lynceus.detector.celebrities.internal.search.SearchedGalleries;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the detectors of this bundle. They ask the registry for faces, and the registry collects detectors: were they
 * components themselves, each would wait for the other when both start at once.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = Config.PID)
@Designate(ocd = Config.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.lynceus.api.Detector\"",
        effective = "active")
public final class DetectorRegistrar {
    private static final Logger LOG = LoggerFactory.getLogger(DetectorRegistrar.class);

    private final CelebritiesDetector celebrities;
    private final PortraitDetector portraits;
    private final List<ServiceRegistration<?>> registrations;

    /** Reads the configuration and registers the detectors. */
    @Activate
    public DetectorRegistrar(
            BundleContext context,
            @Reference DetectorRegistry registry,
            @Reference FaceEncoders encoders,
            @Reference SearchedGalleries galleries,
            Config config) {
        celebrities = new CelebritiesDetector(registry, new GallerySearch(encoders, galleries, rule(config)));
        portraits = new PortraitDetector(registry, encoders);
        registrations = List.of(
                context.registerService(Detector.class, celebrities, type(Celebrities.TYPE.name())),
                context.registerService(Detector.class, portraits, type(PortraitDetector.NAME)));
    }

    /** Hides the detectors and lets running calls end. */
    @Deactivate
    public void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
        celebrities.close();
        portraits.close();
    }

    /** The rule of a configuration; the default one when the configuration makes no sense. */
    static Identification rule(Config config) {
        try {
            return new Identification(config.strangers_named(), config.margin());
        } catch (IllegalArgumentException e) {
            LOG.error("{}: {}; the defaults are taken", Config.PID, e.getMessage());
            return Identification.DEFAULT;
        }
    }

    private static Dictionary<String, Object> type(String name) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Detector.TYPE, name);
        return properties;
    }
}
