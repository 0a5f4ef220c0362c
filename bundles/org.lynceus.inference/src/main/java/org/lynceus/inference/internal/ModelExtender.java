package org.lynceus.inference.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelUsage;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Makes a {@link Model} service of each started bundle that has a {@code lynceus.model} capability.
 *
 * <p>The services belong to this bundle, so that stopping or updating a model bundle takes nothing away;
 * {@link ModelCatalogue} says when they come and go.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "org.lynceus.inference")
@Designate(ocd = ModelExtender.Config.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.lynceus.model.api.Model,org.lynceus.model.api.ModelUsage\"",
        effective = "active")
public final class ModelExtender implements BundleListener {
    /** How much of the machine inference may take. A change reloads all models. */
    @ObjectClassDefinition(name = "Lynceus inference")
    public @interface Config {
        /** Calls of one graph by one detector at the same time. */
        @AttributeDefinition(description = "Calls of one graph by one detector at the same time; 0: one for each core")
        int max_concurrency() default 0;

        /** Threads of one run of a graph. */
        @AttributeDefinition(
                description = "Threads of one run of a graph that does not say otherwise; 0: by the graph's size")
        int threads_intra() default 0;

        /** Grace of a model whose bundle is uninstalled. */
        @AttributeDefinition(description = "Seconds that a model serves on after its bundle is uninstalled")
        int grace_seconds() default 10;
    }

    private final BundleContext context;
    private final Helpers helpers;
    private final ModelCatalogue catalogue;

    /** Begins with the bundles that are there. */
    @Activate
    public ModelExtender(BundleContext context, Config config) {
        this.context = context;
        Settings settings = Settings.of(config.max_concurrency(), config.threads_intra());
        this.helpers = new Helpers(settings.helpers());
        ModelLoader loader = new ModelLoader(settings, helpers);
        Duration grace = Duration.ofSeconds(Math.max(0, config.grace_seconds()));
        this.catalogue = new ModelCatalogue(new ParallelLoads(loader::load), this::register, grace);
        context.addBundleListener(this);
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE && isModel(bundle))
                .forEach(bundle -> catalogue.arrived(source(bundle)));
    }

    /** Takes all models back. */
    @Deactivate
    public void deactivate() {
        context.removeBundleListener(this);
        catalogue.close();
        helpers.close();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (event.getType() == BundleEvent.STARTED && isModel(bundle)) {
            catalogue.arrived(source(bundle));
        } else if (event.getType() == BundleEvent.UNINSTALLED) {
            DroppedFile.complainWhenDamaged(bundle.getLocation());
            catalogue.gone(source(bundle));
        }
    }

    private Runnable register(LoadedModel model, int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Model.ROLE, model.info().role());
        properties.put(Model.ID, model.info().id());
        properties.put(Model.VERSION, model.info().version());
        properties.put(Constants.SERVICE_RANKING, ranking);
        ServiceRegistration<?> registration = context.registerService(
                new String[] {Model.class.getName(), ModelUsage.class.getName()}, model, properties);
        return registration::unregister;
    }

    private static boolean isModel(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && !revision.getDeclaredCapabilities(Model.ROLE).isEmpty();
    }

    private static Source source(Bundle bundle) {
        return new Source(
                bundle.getBundleId(), bundle.getSymbolicName(), bundle.getLastModified(), new BundleEntries(bundle));
    }
}
