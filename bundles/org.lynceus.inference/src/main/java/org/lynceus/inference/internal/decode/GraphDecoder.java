package org.lynceus.inference.internal.decode;

import ai.djl.ndarray.NDList;
import ai.djl.translate.Translator;
import java.util.Optional;
import org.lynceus.api.Pixels;
import org.lynceus.inference.internal.decode.Decoders.Entry;
import org.lynceus.inference.internal.decode.Fit.Size;

/**
 * All that is needed to use a graph through its role: how pictures are fed and how outputs are read, checked against the
 * model's description. Immutable.
 *
 * @param <O> what the decoder gives
 */
public final class GraphDecoder<O> {
    private static final String DECODER = "decoder";

    private final String name;
    private final Kind kind;
    private final Feed feed;
    private final Decoder<O> decoder;

    private GraphDecoder(String name, Kind kind, Feed feed, Decoder<O> decoder) {
        this.name = name;
        this.kind = kind;
        this.feed = feed;
        this.decoder = decoder;
    }

    /**
     * Makes the decoder that a model's description names.
     *
     * @return nothing when the description names none that the platform has, and the role has no contract
     * @throws IllegalArgumentException when the description is wrong; names the model and the key
     */
    public static Optional<GraphDecoder<?>> of(DecoderContext context) {
        Optional<String> name = context.text(DECODER);
        Optional<Kind> needed = Kind.ofRole(context.info().role());
        Optional<Entry<?>> entry = name.flatMap(Decoders::find);
        if (needed.isPresent()) {
            String role = "role " + context.info().role() + " takes one of " + Decoders.names(needed.get());
            if (name.isEmpty()) {
                throw context.wrong(DECODER, "is missing: " + role);
            }
            if (entry.isEmpty()) {
                throw context.wrong(DECODER, "is unknown: " + name.get() + "; " + role);
            }
            if (entry.get().kind() != needed.get()) {
                throw context.wrong(DECODER, "gives " + entry.get().kind() + ": " + name.get() + "; " + role);
            }
        }
        return entry.map(found -> make(name.get(), found, context));
    }

    private static <O> GraphDecoder<O> make(String name, Entry<O> entry, DecoderContext context) {
        return new GraphDecoder<>(
                name, entry.kind(), Feed.of(context), entry.factory().create(context));
    }

    /** What it gives. */
    public Kind kind() {
        return kind;
    }

    /** Makes a translator, for one thread at a time; whoever makes it closes it. */
    public Translator<Pixels, O> translator() {
        return new RoleTranslator<>(feed, decoder);
    }

    /** The shape of a tensor that the graph can be tried with. */
    public long[] trialShape() {
        Size size = feed.trial();
        return feed.graph().shape(1, size.height(), size.width());
    }

    /**
     * Reads the outputs of a run on a tensor of {@link #trialShape} for their shapes only.
     *
     * @throws IllegalArgumentException when they are not those of the decoder's family
     */
    public void check(NDList outputs) {
        Size size = feed.trial();
        Outputs read = OutputReader.read(outputs);
        try {
            decoder.decode(Frame.whole(size.width(), size.height(), size.width(), size.height()), read);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("decoder " + name + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("decoder " + name + " cannot read the outputs " + read + ": " + e, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
