package org.lynceus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.lynceus.api.VisionException.Reason;

class GateTest {
    private final Gate gate = new Gate("The test");

    @Test
    void aClosedGateSendsCallersToTheSuccessor() {
        gate.close();

        assertThatThrownBy(() -> gate.call(() -> 1))
                .isInstanceOfSatisfying(
                        VisionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RETIRED));
    }

    @Test
    void closingWaitsForTheRunningCall() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> uncheckedCall(inside, mayLeave));
        inside.await();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(gate::close);
        assertThatThrownBy(() -> closing.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(call).isNotDone();
        assertThatThrownBy(() -> gate.call(() -> 1)).hasMessageContaining("is being replaced");
        gate.close();
        mayLeave.countDown();

        closing.get(10, TimeUnit.SECONDS);
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void aFailedCallLeavesToo() throws Exception {
        assertThatThrownBy(() -> gate.call(() -> {
                    throw new VisionException(Reason.INVALID_IMAGE, "broken");
                }))
                .hasMessage("broken");

        CompletableFuture.runAsync(gate::close).get(10, TimeUnit.SECONDS);
    }

    @Test
    void closingTwiceIsHarmless() {
        gate.close();
        gate.close();
    }

    private int uncheckedCall(CountDownLatch inside, CountDownLatch mayLeave) {
        try {
            return gate.call(() -> {
                inside.countDown();
                try {
                    mayLeave.await();
                } catch (InterruptedException e) {
                    throw new VisionException(Reason.INTERNAL, "interrupted", e);
                }
                return 7;
            });
        } catch (VisionException e) {
            throw new AssertionError(e);
        }
    }
}
