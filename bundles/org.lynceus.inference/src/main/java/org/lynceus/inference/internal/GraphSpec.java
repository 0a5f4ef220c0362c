package org.lynceus.inference.internal;

import java.util.List;
import java.util.Optional;
import org.lynceus.model.api.GraphInfo;

/**
 * A graph, and how to run it.
 *
 * @param info what its translators need to know
 * @param input name of the input; absent when the graph has but one
 * @param outputs names of the outputs in the order that translators get them; empty for the graph's own
 * @param threads threads of one run, 0 for the configured number
 */
record GraphSpec(GraphInfo info, Optional<String> input, List<String> outputs, int threads) {
    GraphSpec {
        outputs = List.copyOf(outputs);
    }
}
