package org.lynceus.core.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.core.internal.image.PixelBudget.Reservation;

class PixelBudgetTest {
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final ExecutorService two = Executors.newSingleThreadExecutor();
    private final ExecutorService three = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        one.shutdownNow();
        two.shutdownNow();
        three.shutdownNow();
    }

    @Test
    void whoFindsNoRoomWaitsUntilThereIsSome() throws Exception {
        PixelBudget budget = new PixelBudget(100, 5, Duration.ofSeconds(10));
        Reservation first = on(one, budget, 60).get();
        Future<Reservation> second = on(two, budget, 60);
        await().until(() -> budget.waiting() == 1);
        assertThat(second).isNotDone();

        first.shrinkTo(40);
        assertThat(second).succeedsWithin(Duration.ofSeconds(5));
        assertThat(budget.used()).isEqualTo(100);
        first.close();
        first.close();
        second.get().close();
        assertThat(budget.used()).isZero();
    }

    @Test
    void aFullQueueAndALongWaitAreRefused() throws Exception {
        PixelBudget budget = new PixelBudget(100, 1, Duration.ofSeconds(2));
        Reservation first = on(one, budget, 100).get();
        Future<Reservation> waits = on(two, budget, 1);
        await().until(() -> budget.waiting() == 1);

        assertRefused(on(three, budget, 1));
        assertThat(waits).isNotDone();
        assertRefused(waits);
        first.close();
        assertThat(budget.used()).isZero();
        assertThat(budget.waiting()).isZero();
    }

    @Test
    void oneAboveTheWholeBudgetGetsItAlone() throws Exception {
        PixelBudget budget = new PixelBudget(100, 5, Duration.ofSeconds(10));
        Reservation small = on(one, budget, 1).get();
        Future<Reservation> huge = on(two, budget, 500);
        await().until(() -> budget.waiting() == 1);
        small.close();
        Reservation all = huge.get();

        Future<Reservation> after = on(three, budget, 1);
        await().until(() -> budget.waiting() == 1);
        assertThat(after).isNotDone();
        all.close();
        after.get().close();
        assertThat(budget.used()).isZero();
    }

    @Test
    void whatOneThreadHoldsDoesNotKeepItFromBeingAlone() throws Exception {
        PixelBudget budget = new PixelBudget(100, 5, Duration.ofMillis(100));
        Reservation small = on(one, budget, 10).get();
        Reservation huge = on(one, budget, 500).get();
        small.close();
        huge.close();
        assertThat(budget.used()).isZero();
    }

    @Test
    void aHolderDoesNotQueueBehindThoseThatWaitForIt() throws Exception {
        PixelBudget budget = new PixelBudget(100, 5, Duration.ofSeconds(10));
        Reservation first = on(one, budget, 50).get();
        Future<Reservation> large = on(two, budget, 80);
        await().until(() -> budget.waiting() == 1);

        Reservation second = on(one, budget, 50).get();
        second.close();
        first.close();
        large.get().close();
    }

    @Test
    void thoseThatWaitAreServedInTheirOrder() throws Exception {
        PixelBudget budget = new PixelBudget(100, 5, Duration.ofSeconds(10));
        Reservation first = on(one, budget, 60).get();
        List<String> served = new CopyOnWriteArrayList<>();
        Future<?> large = two.submit(() -> take(budget, 80, "large", served));
        await().until(() -> budget.waiting() == 1);
        Future<?> small = three.submit(() -> take(budget, 30, "small", served));
        await().until(() -> budget.waiting() == 2);

        first.close();
        large.get();
        small.get();
        assertThat(served).containsExactly("large", "small");
    }

    @Test
    void anInterruptedWaitLeavesTheQueue() throws Exception {
        PixelBudget budget = new PixelBudget(100, 5, Duration.ofSeconds(10));
        Reservation first = on(one, budget, 100).get();
        Future<Reservation> second = on(two, budget, 1);
        await().until(() -> budget.waiting() == 1);
        second.cancel(true);
        await().until(() -> budget.waiting() == 0);
        first.close();
    }

    private static Void take(PixelBudget budget, long bytes, String name, List<String> served) throws VisionException {
        Reservation reservation = budget.reserve(bytes);
        served.add(name);
        reservation.close();
        return null;
    }

    private static Future<Reservation> on(ExecutorService thread, PixelBudget budget, long bytes) {
        return thread.submit(() -> budget.reserve(bytes));
    }

    private static void assertRefused(Future<Reservation> reservation) {
        assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                .isThrownBy(reservation::get)
                .satisfies(e -> assertThat(e.getCause()).isInstanceOfSatisfying(VisionException.class, cause -> {
                    assertThat(cause.reason()).isEqualTo(Reason.OVERLOADED);
                    assertThat(cause).hasMessage("Provisioned rate exceeded");
                }));
    }
}
