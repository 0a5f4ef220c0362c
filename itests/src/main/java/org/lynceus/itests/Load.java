package org.lynceus.itests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that call a server without pause until they are closed. Thread-safe. */
public final class Load implements AutoCloseable {
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();

    /** One call; whatever it throws is a failure. */
    @FunctionalInterface
    public interface Call {
        /**
         * Calls the server.
         *
         * @param turn counts from 0
         * @return what is wrong with the answer, or an empty string
         * @throws IOException when there is no answer
         */
        String run(int turn) throws IOException;
    }

    /**
     * Begins.
     *
     * @param clients how many at the same time
     * @param call made by all of them
     */
    public Load(int clients, Call call) {
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> callOn(call), "client-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void callOn(Call call) {
        while (running.get()) {
            int turn = calls.getAndIncrement();
            long start = System.nanoTime();
            try {
                String wrong = call.run(turn);
                if (!wrong.isEmpty()) {
                    failures.add("call " + turn + ": " + wrong);
                }
            } catch (IOException | RuntimeException e) {
                failures.add("call " + turn + ": " + e);
            }
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
    }

    /** How many calls have ended. */
    public int ended() {
        return millis.size();
    }

    /** What went wrong so far. */
    public List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** The duration of the calls that have ended, in milliseconds. */
    public List<Long> millis() {
        synchronized (millis) {
            return List.copyOf(millis);
        }
    }

    /** Ends, after the calls that are under way. */
    @Override
    public void close() {
        running.set(false);
        for (Thread thread : threads) {
            try {
                thread.join(100_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
