package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;

/**
 * The input of a model as the converted graph declares it.
 *
 * @param dims its dimensions in the order of the model; -1 for a free batch
 * @param order the order in which the converted graph takes them
 */
record InputShape(List<Long> dims, Permutation order) {
    private static final List<Long> CHANNELS = List.of(1L, 3L, 4L);

    /**
     * Brings together what a model declares and what is asked for.
     *
     * @param stored the dimensions that the model declares, -1 where it leaves them open; empty when it declares none
     * @param request what is asked for; its option {@code input.layout} says where an image has its channels if that is in
     *     doubt
     * @return the input
     * @throws ForgeException when they contradict each other, or a dimension other than the batch stays open
     */
    static InputShape of(List<Long> stored, GraphRequest request) throws ForgeException {
        int rank = request.shape().map(List::size).orElse(stored.size());
        if (!stored.isEmpty() && stored.size() != rank) {
            throw new ForgeException(
                    "it has the dimensions " + stored + ", " + request.shape().get() + " are asked for");
        }
        boolean moved = rank == 4 && layout(stored, request) != request.layout();
        Permutation order = !moved
                ? Permutation.identity(rank)
                : request.layout() == Layout.NCHW ? Permutation.CHANNELS_FIRST : Permutation.CHANNELS_FIRST.inverse();
        if (request.shape().isEmpty()) {
            requireFixed(stored);
            return new InputShape(stored, order);
        }
        List<Long> dims = order.inverse().apply(request.shape().get());
        requireFixed(dims);
        int channels = layout(stored, request) == Layout.NCHW ? 1 : 3;
        if (rank == 4
                && !stored.isEmpty()
                && stored.get(channels) > 0
                && !stored.get(channels).equals(dims.get(channels))) {
            throw new ForgeException(
                    "it has " + stored.get(channels) + " channels, " + dims.get(channels) + " are asked for");
        }
        return new InputShape(dims, order);
    }

    /** The dimensions in the order in which the converted graph takes them. */
    List<Long> declared() {
        return order.apply(dims);
    }

    private static Layout layout(List<Long> stored, GraphRequest request) {
        if (request.options().containsKey("input.layout")) {
            return Layout.valueOf(request.options().get("input.layout").strip());
        }
        boolean first = stored.size() == 4 && CHANNELS.contains(stored.get(1)) && isExtent(stored.get(3));
        return first ? Layout.NCHW : Layout.NHWC;
    }

    /** Whether a dimension can hardly be a number of channels: open, or large. */
    private static boolean isExtent(long size) {
        return size < 0 || size > CHANNELS.get(CHANNELS.size() - 1);
    }

    private static void requireFixed(List<Long> dims) throws ForgeException {
        List<Long> item = new ArrayList<>(dims);
        if (dims.isEmpty() || item.subList(1, item.size()).stream().anyMatch(size -> size <= 0)) {
            throw new ForgeException("its dimensions " + dims + " are open: name them as the graph's shape");
        }
    }
}
