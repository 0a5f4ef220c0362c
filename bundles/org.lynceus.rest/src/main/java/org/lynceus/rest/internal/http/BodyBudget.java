package org.lynceus.rest.internal.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Bounds the memory that all running requests hold for what they were sent. First come, first served. Thread-safe. */
@Component(service = BodyBudget.class, configurationPid = Settings.PID)
@Designate(ocd = Settings.class)
public final class BodyBudget {
    private static final int UNIT = 1024;

    private final Semaphore units;
    private final int total;
    private final Duration patience;

    /** Takes the bounds from the settings. */
    @Activate
    public BodyBudget(Settings settings) {
        this(settings.max_inflight_bytes(), Duration.ofMillis(settings.inflight_wait_millis()));
    }

    BodyBudget(long bytes, Duration patience) {
        this.total = units(bytes);
        this.units = new Semaphore(total, true);
        this.patience = patience;
    }

    /** Room that is held; grows, and is given back as a whole. Used by one thread. */
    public final class Lease implements AutoCloseable {
        private int held;

        private Lease() {}

        /**
         * Asks for more room, waiting a short while for it.
         *
         * @param bytes how much more
         * @throws ServiceException a throttling error when there is none
         */
        public void grow(long bytes) throws ServiceException {
            int wanted = units(bytes);
            if (wanted > total || !acquire(wanted)) {
                throw new ServiceException(AwsErrors.throttled());
            }
            held += wanted;
        }

        @Override
        public void close() {
            units.release(held);
            held = 0;
        }
    }

    /** A lease that holds nothing yet. */
    public Lease lease() {
        return new Lease();
    }

    private boolean acquire(int wanted) {
        try {
            return units.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int units(long bytes) {
        return Math.toIntExact((bytes + UNIT - 1) / UNIT);
    }
}
