package org.lynceus.itests.container;

import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicInteger;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.Gate;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** A registered detector that answers with its number, and behaves like a real one when it goes. Thread-safe. */
final class NumberDetector implements Detector<String, Integer>, AutoCloseable {
    private final AnalysisType<String, Integer> type;
    private final int number;
    private final AtomicInteger asked = new AtomicInteger();
    private final Gate gate;
    private ServiceRegistration<?> registration;

    private NumberDetector(AnalysisType<String, Integer> type, int number) {
        this.type = type;
        this.number = number;
        this.gate = new Gate("Detector " + number);
    }

    /** An analysis type of this name. */
    static AnalysisType<String, Integer> type(String name) {
        return new AnalysisType<>(name, String.class, Integer.class);
    }

    /** Registers a detector. */
    static NumberDetector register(BundleContext context, AnalysisType<String, Integer> type, int number, int ranking) {
        NumberDetector detector = new NumberDetector(type, number);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(TYPE, type.name());
        properties.put(Constants.SERVICE_RANKING, ranking);
        detector.registration = context.registerService(Detector.class, detector, properties);
        return detector;
    }

    @Override
    public AnalysisType<String, Integer> type() {
        return type;
    }

    @Override
    public Integer detect(Image image, String options) throws VisionException {
        asked.incrementAndGet();
        return gate.call(() -> number);
    }

    /** How often it was asked, whether it answered or not. */
    int asked() {
        return asked.get();
    }

    /** Refuses calls from now on, and stays registered. */
    void retire() {
        gate.close();
    }

    /** Unregisters it, then refuses calls. */
    @Override
    public void close() {
        registration.unregister();
        gate.close();
    }
}
