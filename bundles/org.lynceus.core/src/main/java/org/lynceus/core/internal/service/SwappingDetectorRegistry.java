package org.lynceus.core.internal.service;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The registry of all detectors. It binds them by method because it must know when one goes, and by reference because in
 * a side-by-side swap the successor comes before its predecessor goes.
 */
@Component(service = DetectorRegistry.class)
public final class SwappingDetectorRegistry implements DetectorRegistry {
    private final Successors<Detector<?, ?>> detectors =
            new Successors<>(detector -> List.of(detector.type().name()));

    @Reference(
            service = Detector.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updateDetector",
            unbind = "unbindDetector")
    void bindDetector(ServiceReference<Detector<?, ?>> reference, Detector<?, ?> detector) {
        detectors.bind(reference, detector);
    }

    void updateDetector(ServiceReference<Detector<?, ?>> reference) {
        detectors.resort();
    }

    void unbindDetector(ServiceReference<Detector<?, ?>> reference) {
        detectors.unbind(reference);
    }

    @Override
    public <O, R> Optional<Detector<O, R>> find(AnalysisType<O, R> type) {
        return detectors
                .best(type.name())
                .filter(detector -> detector.type().equals(type))
                .map(SwappingDetectorRegistry::typed);
    }

    @Override
    public List<AnalysisType<?, ?>> types() {
        Map<String, AnalysisType<?, ?>> types = new LinkedHashMap<>();
        detectors.all().forEach(detector -> types.putIfAbsent(detector.type().name(), detector.type()));
        return types.values().stream()
                .sorted(Comparator.comparing(AnalysisType::name))
                .toList();
    }

    @Override
    public <O, R> R detect(AnalysisType<O, R> type, Image image, O options) throws VisionException {
        String absent = "No detector of type " + type.name() + " is installed.";
        return detectors.call(type.name(), absent, detector -> {
            if (!detector.type().equals(type)) {
                // Same name, other records: made for another version of the contract.
                throw new VisionException(VisionException.Reason.NOT_INSTALLED, absent);
            }
            return SwappingDetectorRegistry.<O, R>typed(detector).detect(image, options);
        });
    }

    /** Safe because equal types have equal records. */
    @SuppressWarnings("unchecked")
    private static <O, R> Detector<O, R> typed(Detector<?, ?> detector) {
        return (Detector<O, R>) detector;
    }
}
