package org.lynceus.itests;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waiting for what comes true by and by. */
final class Patience {
    private Patience() {}

    /** Asserts again and again until it holds, for at most this time. */
    static void eventually(Duration limit, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(assertion);
    }

    /** Asserts again and again that it holds, all of this time. */
    static void throughout(Duration time, ThrowingRunnable assertion) {
        Awaitility.await()
                .during(time)
                .atMost(time.plusSeconds(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .untilAsserted(assertion);
    }
}
