package org.lynceus.encoder.faces.internal;

import java.util.Hashtable;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.RequireModel;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers a {@link FaceEncoder} for each installed embedding model, as long as the model is there. */
@Component(
        service = {},
        immediate = true)
@RequireModel("face-embedding")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.lynceus.api.face.FaceEncoder\"")
public final class FaceEncoderProvider
        implements ServiceTrackerCustomizer<Model, FaceEncoderProvider.RegisteredEncoder> {
    private static final Logger LOG = LoggerFactory.getLogger(FaceEncoderProvider.class);
    private static final String EMBEDDING_MODELS =
            "(&(objectClass=org.lynceus.model.api.Model)(lynceus.model=face-embedding))";

    private final BundleContext context;
    private final ServiceTracker<Model, RegisteredEncoder> models;

    /** An encoder and its registration. */
    record RegisteredEncoder(AligningEncoder encoder, ServiceRegistration<FaceEncoder> registration) {
        void close() {
            registration.unregister();
            encoder.close();
        }
    }

    /** Starts following embedding models. */
    @Activate
    public FaceEncoderProvider(BundleContext context) throws InvalidSyntaxException {
        this.context = context;
        this.models = new ServiceTracker<>(context, FrameworkUtil.createFilter(EMBEDDING_MODELS), this);
        models.open();
    }

    /** Lets running calls end and withdraws all encoders. */
    @Deactivate
    public void deactivate() {
        models.close();
    }

    @Override
    public RegisteredEncoder addingService(ServiceReference<Model> reference) {
        Model model = context.getService(reference);
        try {
            AligningEncoder encoder = new AligningEncoder(model);
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(FaceEncoder.VERSION, encoder.version());
            if (reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking) {
                properties.put(Constants.SERVICE_RANKING, ranking);
            }
            return new RegisteredEncoder(encoder, context.registerService(FaceEncoder.class, encoder, properties));
        } catch (IllegalArgumentException e) {
            LOG.error("No face encoder for model {}: {}", model.info().id(), e.getMessage());
            context.ungetService(reference);
            return null;
        }
    }

    @Override
    public void modifiedService(ServiceReference<Model> reference, RegisteredEncoder encoder) {
        // A model never changes; its successor is another service.
    }

    @Override
    public void removedService(ServiceReference<Model> reference, RegisteredEncoder encoder) {
        encoder.close();
        context.ungetService(reference);
    }
}
