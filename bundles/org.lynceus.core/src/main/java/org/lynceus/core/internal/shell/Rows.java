package org.lynceus.core.internal.shell;

import java.util.Comparator;
import org.lynceus.api.Detector;
import org.osgi.framework.ServiceReference;

/** Orders of table rows. */
final class Rows {
    /** Detectors by type, the best of each type first. */
    static final Comparator<ServiceReference<?>> BY_TYPE_THEN_BEST = by(Detector.TYPE);

    private Rows() {}

    private static Comparator<ServiceReference<?>> by(String property) {
        return Comparator.<ServiceReference<?>, String>comparing(
                        reference -> String.valueOf(reference.getProperty(property)))
                .thenComparing((a, b) -> b.compareTo(a));
    }
}
