package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncoderModel;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** Makes services of an encoder: the encoder itself, and detectors that find faces and encode them. Thread-safe. */
final class EncoderRegistrar {
    private final BundleContext context;
    private final DetectorRegistry registry;

    /**
     * Creates a registrar.
     *
     * @param context of the services
     * @param registry finds the faces
     */
    EncoderRegistrar(BundleContext context, DetectorRegistry registry) {
        this.context = context;
        this.registry = registry;
    }

    /**
     * Registers an encoder and its detectors.
     *
     * @param encoder to be closed with what is returned
     * @param model what its detectors name in their results
     * @param ranking of the services
     * @param types analysis types that it answers
     */
    RegisteredEncoder register(PictureEncoder encoder, EncoderModel model, int ranking, List<String> types) {
        List<ServiceRegistration<?>> registrations = new ArrayList<>();
        registrations.add(context.registerService(
                FaceEncoder.class, encoder, properties(FaceEncoder.VERSION, encoder.version(), ranking)));
        for (String type : types) {
            registrations.add(context.registerService(
                    Detector.class,
                    new EmbeddingDetector(type, registry, encoder, model),
                    properties(Detector.TYPE, type, ranking)));
        }
        return new RegisteredEncoder(encoder, registrations);
    }

    private static Dictionary<String, Object> properties(String key, String value, int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(key, value);
        properties.put(Constants.SERVICE_RANKING, ranking);
        return properties;
    }
}
