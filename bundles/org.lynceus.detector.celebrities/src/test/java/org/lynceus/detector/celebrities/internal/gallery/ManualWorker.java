package org.lynceus.detector.celebrities.internal.gallery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** A worker that works when a test says so, with a clock of its own. */
final class ManualWorker implements Worker {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private boolean closed;

    private record Timer(Duration due, Runnable work) {}

    @Override
    public void execute(Runnable task) {
        refuseWhenClosed();
        work.add(task);
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        refuseWhenClosed();
        Timer timer = new Timer(now.plus(delay), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public void close() {
        closed = true;
        work.clear();
        timers.clear();
    }

    /** Does what is to be done now. */
    void run() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Lets time pass and does what becomes due. */
    void pass(Duration time) {
        now = now.plus(time);
        timers.sort(Comparator.comparing(Timer::due));
        while (!timers.isEmpty() && timers.get(0).due().compareTo(now) <= 0) {
            timers.remove(0).work().run();
        }
        run();
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
    }
}
