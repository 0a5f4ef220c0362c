package org.lynceus.inference.internal.decode;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import org.lynceus.api.Pixels;
import org.lynceus.inference.internal.decode.Fit.Placement;

/**
 * Feeds pictures to a graph and hands its outputs to a decoder. For one thread at a time.
 *
 * @param <O> what the decoder gives
 */
final class RoleTranslator<O> implements NoBatchifyTranslator<Pixels, O>, AutoCloseable {
    private static final String FRAME = "frame";

    private final Feed feed;
    private final Decoder<O> decoder;
    private final Feeder feeder;

    RoleTranslator(Feed feed, Decoder<O> decoder) {
        this.feed = feed;
        this.decoder = decoder;
        this.feeder = new Feeder(feed);
    }

    @Override
    public NDList processInput(TranslatorContext context, Pixels pixels) {
        Placement placement = feed.place(pixels.width(), pixels.height());
        context.setAttachment(FRAME, placement.frame());
        long[] shape = feed.graph()
                .shape(1, placement.input().height(), placement.input().width());
        return new NDList(
                context.getNDManager().create(feeder.fill(pixels, placement), new Shape(shape), DataType.FLOAT32));
    }

    @Override
    public O processOutput(TranslatorContext context, NDList outputs) {
        return decoder.decode((Frame) context.getAttachment(FRAME), OutputReader.read(outputs));
    }

    @Override
    public void close() {
        feeder.close();
    }
}
