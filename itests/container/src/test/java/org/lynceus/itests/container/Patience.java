package org.lynceus.itests.container;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waiting for what comes true by and by. */
final class Patience {
    private static final Duration LONG = Duration.ofSeconds(60);

    private Patience() {}

    /** Asserts again and again until it holds, for at most a minute. */
    static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
