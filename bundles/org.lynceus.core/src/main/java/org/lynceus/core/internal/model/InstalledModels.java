package org.lynceus.core.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.ModelUsage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** The models of a framework: served, not served, and left out of what is installed. */
public final class InstalledModels {
    /** File of a bundle that stands for a model which could not be had when it was built. */
    public static final String LEFT_OUT = "left-out.txt";

    private static final String ID = "id";
    private static final String VERSION = "version";

    /**
     * A model that is installed, as its bundle's capability says.
     *
     * @param role what it is for
     * @param id its short name; the bundle's name when it does not say
     * @param version of its weights; empty when it does not say
     * @param bundle symbolic name
     * @param started whether the bundle is active
     */
    public record Declared(String role, String id, String version, String bundle, boolean started) {
        private boolean is(ModelInfo info) {
            return role.equals(info.role()) && id.equals(info.id()) && version.equals(normalised(info.version()));
        }

        /** A version as capabilities have it: three numbers at least. */
        private static String normalised(String version) {
            try {
                return Version.parseVersion(version).toString();
            } catch (IllegalArgumentException otherNotation) {
                return version;
            }
        }
    }

    private static final Comparator<ServiceReference<Model>> BY_ROLE_THEN_BEST =
            Comparator.<ServiceReference<Model>, String>comparing(
                            reference -> String.valueOf(reference.getProperty(Model.ROLE)))
                    .thenComparing(Comparator.reverseOrder());

    private final BundleContext context;

    /** Asks a framework at every call. */
    public InstalledModels(BundleContext context) {
        this.context = context;
    }

    /** The models that are served, the best of each role first. */
    public List<LoadedModel> loaded() {
        List<Declared> declared = declared();
        List<LoadedModel> loaded = new ArrayList<>();
        references().stream().sorted(BY_ROLE_THEN_BEST).forEach(reference -> {
            Model model = context.getService(reference);
            if (model != null) {
                loaded.add(loaded(reference, model, declared));
                context.ungetService(reference);
            }
        });
        return loaded;
    }

    /** The models that are installed, yet not served. */
    public List<Declared> notLoaded(List<LoadedModel> loaded) {
        return declared().stream()
                .filter(one -> loaded.stream().noneMatch(model -> one.is(model.info())))
                .toList();
    }

    /** Symbolic names of the bundles whose model was left out of what is installed. */
    public List<String> leftOut() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getEntry(LEFT_OUT) != null)
                .map(Bundle::getSymbolicName)
                .toList();
    }

    private static LoadedModel loaded(ServiceReference<Model> reference, Model model, List<Declared> declared) {
        ModelInfo info = model.info();
        Optional<String> bundle = declared.stream()
                .filter(one -> one.is(info))
                .map(Declared::bundle)
                .reduce((first, last) -> last);
        return new LoadedModel(
                info,
                reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                model instanceof ModelUsage usage ? OptionalLong.of(usage.calls()) : OptionalLong.empty(),
                bundle);
    }

    private List<Declared> declared() {
        List<Declared> declared = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                for (BundleCapability capability : revision.getDeclaredCapabilities(Model.ROLE)) {
                    declared.add(new Declared(
                            text(capability, Model.ROLE, ""),
                            text(capability, ID, bundle.getSymbolicName()),
                            text(capability, VERSION, ""),
                            bundle.getSymbolicName(),
                            bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING));
                }
            }
        }
        return declared;
    }

    private static String text(BundleCapability capability, String attribute, String absent) {
        return Objects.toString(capability.getAttributes().get(attribute), absent);
    }

    private Collection<ServiceReference<Model>> references() {
        try {
            return context.getServiceReferences(Model.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }
}
