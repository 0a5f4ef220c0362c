package org.lynceus.evaluate.session;

import java.util.List;
import java.util.Optional;
import org.lynceus.client.work.Workers;
import org.lynceus.evaluate.dataset.Dataset;
import org.lynceus.evaluate.server.Server;

/**
 * One evaluation.
 *
 * @param dataset labelled pictures
 * @param server that is measured
 * @param workers a few requests at a time
 * @param finder of faces
 * @param split to which label files are kept; empty keeps all rows
 * @param by columns by which pairs are broken down
 */
public record Session(
        Dataset dataset, Server server, Workers workers, FaceFinder finder, Optional<String> split, List<String> by) {
    /** Copies the list. */
    public Session {
        by = List.copyOf(by);
    }

    /**
     * Begins one.
     *
     * @param split value of the column {@code split} to keep to
     * @param by columns of the pairs
     */
    public static Session of(Dataset dataset, Server server, Workers workers, Optional<String> split, List<String> by) {
        return new Session(dataset, server, workers, new FaceFinder(server, workers), split, by);
    }
}
