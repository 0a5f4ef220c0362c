package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.ServiceRegistration;

/** An encoder that callers can find. Not thread-safe. */
final class RegisteredEncoder implements AutoCloseable {
    private final PictureEncoder encoder;
    private final List<ServiceRegistration<?>> registrations;

    /**
     * Takes an encoder over.
     *
     * @param encoder owned
     * @param registrations of it and of its detectors
     */
    RegisteredEncoder(PictureEncoder encoder, List<ServiceRegistration<?>> registrations) {
        this.encoder = encoder;
        this.registrations = new ArrayList<>(registrations);
    }

    /** Hides the encoder from new callers. Idempotent. */
    void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
    }

    /** Hides the encoder, waits for its running calls and closes it. */
    @Override
    public void close() {
        withdraw();
        encoder.close();
    }
}
