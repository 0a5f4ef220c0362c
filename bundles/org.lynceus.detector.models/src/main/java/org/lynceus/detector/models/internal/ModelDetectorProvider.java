package org.lynceus.detector.models.internal;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.Detector;
import org.lynceus.model.api.Model;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers detectors for each installed model that answers for whole pictures, as long as the model is there: one under
 * the name of the model's role, with the model's ranking, and one under {@code model:<id>}.
 */
@Component(
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.lynceus.api.Detector\"",
        effective = "active")
public final class ModelDetectorProvider
        implements ServiceTrackerCustomizer<Model, ModelDetectorProvider.RegisteredModel> {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDetectorProvider.class);

    private final BundleContext context;
    private final ServiceTracker<Model, RegisteredModel> models;

    /** A model and the registrations of its detectors. */
    record RegisteredModel(BoundModel<?, ?> model, List<ServiceRegistration<?>> registrations) {
        void close() {
            registrations.forEach(ServiceRegistration::unregister);
            model.close();
        }
    }

    /** Starts following models. */
    @Activate
    public ModelDetectorProvider(BundleContext context) {
        this.context = context;
        this.models = new ServiceTracker<>(context, Model.class, this);
        models.open();
    }

    /** Lets running calls end and withdraws all detectors. */
    @Deactivate
    public void deactivate() {
        models.close();
    }

    @Override
    public RegisteredModel addingService(ServiceReference<Model> reference) {
        Model model = context.getService(reference);
        if (model == null) {
            return null;
        }
        try {
            Optional<RegisteredModel> registered = Contracts.bind(model).map(bound -> register(bound, reference));
            if (registered.isPresent()) {
                return registered.get();
            }
        } catch (IllegalArgumentException e) {
            LOG.error("No detector for model {}: {}", model.info().id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("No detector for model {}", model.info().id(), e);
        }
        context.ungetService(reference);
        return null;
    }

    @Override
    public void modifiedService(ServiceReference<Model> reference, RegisteredModel model) {
        // A model never changes; its successor is another service.
    }

    @Override
    public void removedService(ServiceReference<Model> reference, RegisteredModel model) {
        model.close();
        context.ungetService(reference);
    }

    private RegisteredModel register(BoundModel<?, ?> model, ServiceReference<Model> reference) {
        List<ServiceRegistration<?>> registrations = new ArrayList<>();
        for (Detector<?, ?> detector : model.detectors()) {
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(Detector.TYPE, detector.type().name());
            if (reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking) {
                properties.put(Constants.SERVICE_RANKING, ranking);
            }
            registrations.add(context.registerService(Detector.class, detector, properties));
        }
        return new RegisteredModel(model, registrations);
    }
}
