package org.lynceus.encoder.faces.internal;

import java.util.List;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.RequireModel;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
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
 * ranking, and one of the type {@code model:<id>}. Two models of which one names the other as its companion bring a third
 * encoder, which joins the vectors of both and comes just before them.
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
public final class FaceEncoderProvider implements ServiceTrackerCustomizer<Model, FaceEncoderProvider.Installed> {
    private static final Logger LOG = LoggerFactory.getLogger(FaceEncoderProvider.class);
    private static final String EMBEDDING_MODELS =
            "(&(objectClass=org.lynceus.model.api.Model)(lynceus.model=face-embedding))";

    private static final String SINGLE = "model:";

    private final BundleContext context;
    private final EncoderRegistrar registrar;
    private final FusedEncoders fused;
    private final ServiceTracker<Model, Installed> models;

    /** The encoder of a model and its services. */
    record Installed(SingleEncoder single, RegisteredEncoder registered) {}

    /** Starts following embedding models. */
    @Activate
    public FaceEncoderProvider(BundleContext context, @Reference DetectorRegistry registry)
            throws InvalidSyntaxException {
        this.context = context;
        this.registrar = new EncoderRegistrar(context, registry);
        this.fused = new FusedEncoders(registrar);
        this.models = new ServiceTracker<>(context, FrameworkUtil.createFilter(EMBEDDING_MODELS), this);
        models.open();
    }

    /** Lets running calls end and withdraws all encoders. */
    @Deactivate
    public void deactivate() {
        models.close();
    }

    @Override
    public Installed addingService(ServiceReference<Model> reference) {
        Model model = context.getService(reference);
        if (model == null) {
            return null;
        }
        try {
            SingleEncoder single = SingleEncoder.of(model, ranking(reference));
            // First, so that a model that is updated is not the best encoder alone, not even for a moment.
            fused.add(single);
            List<String> types =
                    List.of(EmbeddingDetector.TYPE, SINGLE + model.info().id());
            return new Installed(single, registrar.register(single.encoder(), single.model(), single.ranking(), types));
        } catch (IllegalArgumentException e) {
            LOG.error("No face encoder for model {}: {}", model.info().id(), e.getMessage());
            context.ungetService(reference);
            return null;
        }
    }

    @Override
    public void modifiedService(ServiceReference<Model> reference, Installed installed) {
        // A model never changes; its successor is another service.
    }

    @Override
    public void removedService(ServiceReference<Model> reference, Installed installed) {
        installed.registered().withdraw();
        fused.remove(installed.single());
        installed.registered().close();
        context.ungetService(reference);
    }

    private static int ranking(ServiceReference<Model> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }
}
