package org.lynceus.core.internal.service;

import java.util.List;
import java.util.Optional;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.FaceEncoders;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The face encoders, by version and ranking. */
@Component(service = FaceEncoders.class)
public final class SwappingFaceEncoders implements FaceEncoders {
    /** A name that all encoders answer to; no version is empty. */
    private static final String ANY = "";

    private final Successors<FaceEncoder> encoders = new Successors<>(encoder -> List.of(ANY, encoder.version()));

    @Reference(
            service = FaceEncoder.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updateEncoder",
            unbind = "unbindEncoder")
    void bindEncoder(ServiceReference<FaceEncoder> reference, FaceEncoder encoder) {
        encoders.bind(reference, encoder);
    }

    void updateEncoder(ServiceReference<FaceEncoder> reference) {
        encoders.resort();
    }

    void unbindEncoder(ServiceReference<FaceEncoder> reference) {
        encoders.unbind(reference);
    }

    @Override
    public <T> T call(Optional<String> version, Work<T> work) throws VisionException {
        String absent = version.map(name -> "No face encoder of version " + name + " is installed.")
                .orElse("No face encoder is installed.");
        return encoders.call(version.orElse(ANY), absent, work::with);
    }

    @Override
    public List<String> versions() {
        return encoders.all().stream().map(FaceEncoder::version).distinct().toList();
    }
}
