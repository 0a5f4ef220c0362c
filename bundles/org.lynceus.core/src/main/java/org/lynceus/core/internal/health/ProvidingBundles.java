package org.lynceus.core.internal.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lynceus.api.Detector;
import org.lynceus.model.api.Model;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** The installed bundles that bring models or detectors. Thread-safe. */
public final class ProvidingBundles {
    private static final String SERVICE_NAMESPACE = "osgi.service";

    /**
     * A model that a bundle declares.
     *
     * @param bundle symbolic name
     * @param role what the model is for
     * @param started whether the bundle is active
     * @param loaded whether a model of that role is there
     */
    public record DeclaredModel(String bundle, String role, boolean started, boolean loaded) {}

    private final BundleContext context;

    /** Looks at the framework of this context. */
    public ProvidingBundles(BundleContext context) {
        this.context = context;
    }

    /** The models that installed bundles declare by a capability. */
    public List<DeclaredModel> models() {
        List<String> loaded = loadedRoles();
        List<DeclaredModel> models = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            for (BundleCapability capability : capabilities(bundle, Model.ROLE)) {
                String role = String.valueOf(capability.getAttributes().get(Model.ROLE));
                models.add(new DeclaredModel(bundle.getSymbolicName(), role, started(bundle), loaded.contains(role)));
            }
        }
        return models;
    }

    /** Symbolic names of installed bundles that declare a detector and are not started. */
    public List<String> stoppedDetectorBundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !started(bundle))
                .filter(bundle -> capabilities(bundle, SERVICE_NAMESPACE).stream()
                        .anyMatch(capability -> declaresDetector(capability.getAttributes())))
                .map(Bundle::getSymbolicName)
                .toList();
    }

    private List<String> loadedRoles() {
        List<String> roles = new ArrayList<>();
        for (ServiceReference<Model> reference : references(Model.class)) {
            roles.add(String.valueOf(reference.getProperty(Model.ROLE)));
        }
        return roles;
    }

    /** The services of a type, whoever can use their classes. */
    <S> Collection<ServiceReference<S>> references(Class<S> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    private static List<BundleCapability> capabilities(Bundle bundle, String namespace) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? List.of() : revision.getDeclaredCapabilities(namespace);
    }

    private static boolean declaresDetector(Map<String, Object> attributes) {
        Object interfaces = attributes.get("objectClass");
        return interfaces instanceof Collection<?> names
                ? names.contains(Detector.class.getName())
                : Detector.class.getName().equals(interfaces);
    }

    private static boolean started(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
    }
}
