package org.lynceus.forge.convert.dlib;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lynceus.forge.ForgeException;

/**
 * The layers of a serialised network, from the input on.
 *
 * <p>A network is stored as it is nested: the version of every wrapper from the outermost (the loss) to the innermost
 * (the one around the input), then the details of the layers from the input outwards. Tags and skips are wrappers of
 * version 1 without details: the file tells neither them apart nor their numbers. This reader takes the meaning that
 * they have in residual networks: one wrapper alone is a tag; of two neighbours the inner one is a tag and the outer
 * one a skip to the tag before it; the sum is with the last tag.
 */
final class DlibNetwork {
    private static final long MARKER = 1;
    private static final long LAYER = 2;
    private static final long NEWEST = 3;
    private static final int FLAGS = 3;
    private static final int TRAINING_TENSORS = 3;

    private DlibNetwork() {}

    /**
     * Reads a network.
     *
     * @param label the beginning of messages
     * @param file the file
     * @return its layers; the first one is the {@link Layer.Input}
     * @throws ForgeException when the file is cut off, damaged or has a layer of an unknown kind; the message names
     *     layer and offset
     */
    static List<Layer> read(String label, byte[] file) throws ForgeException {
        DlibReader in = new DlibReader(label, file);
        Deque<Long> wrappers = new ArrayDeque<>();
        wrappers.push(version(in));
        if (in.nameFollows("loss")) {
            LayerDetails.loss(in);
            wrappers.pop();
            wrappers.push(version(in));
        }
        while (!in.nameFollows("")) {
            wrappers.push(version(in));
        }
        List<Layer> layers = new ArrayList<>(LayerDetails.input(in));
        layers.add(innermost(in, wrappers.pop()));
        while (!wrappers.isEmpty()) {
            layers.add(wrappers.pop() == MARKER ? new Layer.Tag() : layer(in));
        }
        if (in.remaining() > 0) {
            throw in.failure(in.remaining() + " bytes follow the last layer");
        }
        return resolve(in, layers);
    }

    private static long version(DlibReader in) throws ForgeException {
        return in.integer("the version of a wrapper", (int) MARKER, (int) NEWEST);
    }

    /** The wrapper around the input stores other things after its details than those further out. */
    private static Layer innermost(DlibReader in, long version) throws ForgeException {
        if (!in.nameFollows("")) {
            tensors(in, 2);
            in.flag();
            if (version >= LAYER) {
                in.integer();
            }
            return new Layer.Tag();
        }
        Layer layer = layer(in);
        if (version >= NEWEST) {
            in.integer();
        }
        return layer;
    }

    private static Layer layer(DlibReader in) throws ForgeException {
        Layer layer = LayerDetails.layer(in);
        for (int i = 0; i < FLAGS; i++) {
            in.flag();
        }
        tensors(in, TRAINING_TENSORS);
        return layer;
    }

    private static void tensors(DlibReader in, int count) throws ForgeException {
        for (int i = 0; i < count; i++) {
            in.tensor();
        }
    }

    /** Of two markers in a row the second one is a skip. */
    private static List<Layer> resolve(DlibReader in, List<Layer> stored) throws ForgeException {
        List<Layer> layers = new ArrayList<>();
        int markers = 0;
        for (Layer layer : stored) {
            markers = layer instanceof Layer.Tag ? markers + 1 : 0;
            if (markers > 2) {
                throw in.failure("three tags or skips in a row cannot be told apart");
            }
            layers.add(markers == 2 ? new Layer.Skip() : layer);
        }
        return List.copyOf(layers);
    }
}
