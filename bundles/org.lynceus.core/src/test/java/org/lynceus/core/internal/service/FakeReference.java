package org.lynceus.core.internal.service;

import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** A reference with a ranking; later ones have higher ids. */
final class FakeReference<S> implements ServiceReference<S> {
    private static final AtomicLong IDS = new AtomicLong();
    private static final Comparator<FakeReference<?>> ORDER = Comparator.<FakeReference<?>>comparingInt(
                    reference -> reference.ranking)
            .thenComparing(reference -> reference.id, Comparator.reverseOrder());

    private final long id = IDS.incrementAndGet();
    volatile int ranking;

    FakeReference(int ranking) {
        this.ranking = ranking;
    }

    @Override
    public Object getProperty(String key) {
        return getProperties().get(key);
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[] {Constants.SERVICE_ID, Constants.SERVICE_RANKING};
    }

    @Override
    public Bundle getBundle() {
        return null;
    }

    @Override
    public Bundle[] getUsingBundles() {
        return null;
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public int compareTo(Object other) {
        return ORDER.compare(this, (FakeReference<?>) other);
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return new Hashtable<>(Map.of(Constants.SERVICE_ID, id, Constants.SERVICE_RANKING, ranking));
    }

    @Override
    public <A> A adapt(Class<A> type) {
        return null;
    }
}
