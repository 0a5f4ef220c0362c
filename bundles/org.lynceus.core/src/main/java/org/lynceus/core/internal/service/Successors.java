package org.lynceus.core.internal.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lynceus.api.VisionException;
import org.osgi.framework.ServiceReference;

/**
 * Services that come and go, best first, and calls that outlive the replacement of the service they went to. Thread-safe.
 *
 * <p>Each service answers to one or several names. A call goes to the best service of a name; one that answers
 * {@link VisionException.Reason#RETIRED} is passed over, and if there is no other, the call waits for a successor until
 * the {@linkplain #GRACE grace time} since a service of that name was last there is over.
 */
final class Successors<S> {
    /** How long after a service has gone its successor is waited for. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private record Entry<S>(ServiceReference<?> reference, S service, Collection<String> names) {}

    /** What is done with a service. */
    @FunctionalInterface
    interface Work<S, T> {
        /** Does it. */
        T with(S service) throws VisionException;
    }

    private final Function<S, ? extends Collection<String>> namesOf;
    private final Duration grace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Long> lastSeen = new HashMap<>();
    private volatile List<Entry<S>> entries = List.of();

    Successors(Function<S, ? extends Collection<String>> namesOf) {
        this(namesOf, GRACE);
    }

    Successors(Function<S, ? extends Collection<String>> namesOf, Duration grace) {
        this.namesOf = namesOf;
        this.grace = grace;
    }

    /** Adds a service. */
    void bind(ServiceReference<?> reference, S service) {
        Entry<S> entry = new Entry<>(reference, service, List.copyOf(namesOf.apply(service)));
        change(list -> list.add(entry));
    }

    /** Sorts anew after the ranking of a service has changed. */
    void resort() {
        change(list -> {});
    }

    /** Removes exactly the service of this reference, whatever came in its place already. */
    void unbind(ServiceReference<?> reference) {
        change(list -> {
            long now = System.nanoTime();
            for (Entry<S> entry : list) {
                if (entry.reference().equals(reference)) {
                    entry.names().forEach(name -> lastSeen.put(name, now));
                }
            }
            list.removeIf(entry -> entry.reference().equals(reference));
        });
    }

    /** All services that are there now, best first. */
    List<S> all() {
        return entries.stream().map(Entry::service).toList();
    }

    /** The best service of a name that is there now. */
    Optional<S> best(String name) {
        return best(name, Set.of()).map(Entry::service);
    }

    /**
     * Does work with the best service of a name.
     *
     * @param absent the message when there is none
     * @throws VisionException {@link VisionException.Reason#NOT_INSTALLED} when there is none, otherwise what the work
     *     throws
     */
    <T> T call(String name, String absent, Work<S, T> work) throws VisionException {
        Set<ServiceReference<?>> retired = new HashSet<>();
        long retiredAt = 0;
        while (true) {
            Optional<Entry<S>> entry = best(name, retired);
            if (entry.isEmpty()) {
                entry = awaitSuccessor(name, retired, retiredAt);
            }
            Entry<S> chosen =
                    entry.orElseThrow(() -> new VisionException(VisionException.Reason.NOT_INSTALLED, absent));
            try {
                return work.with(chosen.service());
            } catch (VisionException e) {
                if (e.reason() != VisionException.Reason.RETIRED) {
                    throw e;
                }
                retired.add(chosen.reference());
                retiredAt = System.nanoTime();
            }
        }
    }

    /** Whether a call waits for a successor now. */
    boolean awaited() {
        lock.lock();
        try {
            return lock.hasWaiters(changed);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Entry<S>> awaitSuccessor(String name, Set<ServiceReference<?>> retired, long retiredAt)
            throws VisionException {
        lock.lock();
        try {
            while (true) {
                Optional<Entry<S>> entry = best(name, retired);
                Long gone = lastSeen.get(name);
                if (entry.isPresent() || (gone == null && retired.isEmpty())) {
                    return entry;
                }
                long seen = gone == null ? retiredAt : gone;
                if (!retired.isEmpty() && retiredAt - seen > 0) {
                    seen = retiredAt;
                }
                long left = seen + grace.toNanos() - System.nanoTime();
                if (left <= 0) {
                    return Optional.empty();
                }
                changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VisionException(VisionException.Reason.INTERNAL, "Internal server error", e);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Entry<S>> best(String name, Set<ServiceReference<?>> passedOver) {
        for (Entry<S> entry : entries) {
            if (entry.names().contains(name) && !passedOver.contains(entry.reference())) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private void change(Consumer<List<Entry<S>>> edit) {
        lock.lock();
        try {
            List<Entry<S>> list = new ArrayList<>(entries);
            edit.accept(list);
            list.sort(Comparator.comparing((Entry<S> entry) -> entry.reference(), (a, b) -> b.compareTo(a)));
            entries = List.copyOf(list);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
