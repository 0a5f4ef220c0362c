package org.lynceus.rest.internal.wire;

import java.util.List;
import org.lynceus.rest.Operation;

/** Dispatchers for tests of other packages. */
public final class Dispatchers {
    private Dispatchers() {}

    /** A dispatcher with these operations. */
    public static Dispatcher of(Operation<?, ?>... operations) {
        return new Dispatcher(List.of(operations));
    }
}
