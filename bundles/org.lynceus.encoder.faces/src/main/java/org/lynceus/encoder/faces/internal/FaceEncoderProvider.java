package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncoderModel;
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
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers a {@link FaceEncoder} for each installed embedding model, as long as the model is there, and beside it two
 * detectors that find faces and encode them with that model: one of the type {@code face-embedding}, with the model's
 * ranking, and one of the type {@code model:<id>}.
 */
@Component(
        service = {},
        immediate = true)
@RequireModel("face-embedding")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.lynceus.api.face.FaceEncoder\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.lynceus.api.Detector\"",
        effective = "active")
public final class FaceEncoderProvider
        implements ServiceTrackerCustomizer<Model, FaceEncoderProvider.RegisteredEncoder> {
    private static final Logger LOG = LoggerFactory.getLogger(FaceEncoderProvider.class);
    private static final String EMBEDDING_MODELS =
            "(&(objectClass=org.lynceus.model.api.Model)(lynceus.model=face-embedding))";

    private static final String TYPE = "face-embedding";
    private static final String SINGLE = "model:";

    private final BundleContext context;
    private final DetectorRegistry registry;
    private final ServiceTracker<Model, RegisteredEncoder> models;

    /** An encoder and its registrations. */
    record RegisteredEncoder(AligningEncoder encoder, List<ServiceRegistration<?>> registrations) {
        void close() {
            registrations.forEach(ServiceRegistration::unregister);
            encoder.close();
        }
    }

    /** Starts following embedding models. */
    @Activate
    public FaceEncoderProvider(BundleContext context, @Reference DetectorRegistry registry)
            throws InvalidSyntaxException {
        this.context = context;
        this.registry = registry;
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
        if (model == null) {
            return null;
        }
        try {
            AligningEncoder encoder = new AligningEncoder(model);
            return new RegisteredEncoder(encoder, register(encoder, model, reference));
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

    private List<ServiceRegistration<?>> register(
            AligningEncoder encoder, Model model, ServiceReference<Model> reference) {
        List<ServiceRegistration<?>> registrations = new ArrayList<>();
        registrations.add(context.registerService(
                FaceEncoder.class, encoder, properties(reference, FaceEncoder.VERSION, encoder.version())));
        EncoderModel name = EncoderModel.of(model.info(), encoder.version());
        for (String type : List.of(TYPE, SINGLE + model.info().id())) {
            registrations.add(context.registerService(
                    Detector.class,
                    new EmbeddingDetector(type, registry, encoder, name),
                    properties(reference, Detector.TYPE, type)));
        }
        return registrations;
    }

    private static Dictionary<String, Object> properties(ServiceReference<Model> reference, String key, String value) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(key, value);
        if (reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking) {
            properties.put(Constants.SERVICE_RANKING, ranking);
        }
        return properties;
    }
}
