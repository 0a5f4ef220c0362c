package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.encoder.faces.internal.EmbeddingResult.EncoderModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a fused encoder for each encoder that wants a companion, as long as both are there. Thread-safe.
 *
 * <p>When one of the two is replaced, its successor's fused encoder is there before the old one goes.
 */
final class FusedEncoders {
    private static final Logger LOG = LoggerFactory.getLogger(FusedEncoders.class);

    /** Models of one role are farther apart: one that outranks the primary outranks the fused encoder too. */
    private static final int AHEAD = 1;

    private final EncoderRegistrar registrar;
    private final List<SingleEncoder> singles = new ArrayList<>();
    private final Map<Pair, RegisteredEncoder> fused = new HashMap<>();

    private record Pair(SingleEncoder primary, SingleEncoder companion) {}

    FusedEncoders(EncoderRegistrar registrar) {
        this.registrar = registrar;
    }

    /** Joins a new encoder with those that are there. */
    synchronized void add(SingleEncoder single) {
        singles.add(single);
        reconcile();
    }

    /** Ends what an encoder is part of; returns when no fused encoder uses it any more. */
    synchronized void remove(SingleEncoder single) {
        singles.remove(single);
        reconcile();
    }

    private void reconcile() {
        Map<Pair, Fusion> wanted = wanted();
        wanted.forEach((pair, fusion) -> fused.computeIfAbsent(pair, absent -> register(absent, fusion)));
        fused.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.containsKey(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
    }

    private Map<Pair, Fusion> wanted() {
        Map<Pair, Fusion> wanted = new LinkedHashMap<>();
        for (SingleEncoder primary : singles) {
            primary.fusion()
                    .ifPresent(fusion -> companion(primary, fusion)
                            .ifPresent(companion -> wanted.put(new Pair(primary, companion), fusion)));
        }
        return wanted;
    }

    /** The last one that came: of two with equal vectors the other one is being replaced. */
    private Optional<SingleEncoder> companion(SingleEncoder primary, Fusion fusion) {
        return singles.stream()
                .filter(single ->
                        single != primary && single.encoder().version().equals(fusion.companion()))
                .reduce((before, after) -> after);
    }

    private RegisteredEncoder register(Pair pair, Fusion fusion) {
        EncoderModel primary = pair.primary().model();
        EncoderModel companion = pair.companion().model();
        FusedEncoder encoder = new FusedEncoder(
                primary.id() + "-" + companion.id(),
                fusion,
                pair.primary().encoder(),
                pair.companion().encoder());
        EncoderModel model = new EncoderModel(
                primary.id() + "+" + companion.id(),
                primary.version() + "+" + companion.version(),
                primary.role(),
                encoder.version());
        LOG.info("{} is made of {} and {}", encoder.version(), primary.encoder(), companion.encoder());
        return registrar.register(encoder, model, pair.primary().ranking() + AHEAD, List.of(EmbeddingDetector.TYPE));
    }
}
