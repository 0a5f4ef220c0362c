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
        Layout layout = layout(stored, request);
        Permutation order = rank == 4 ? order(layout, request.layout()) : Permutation.identity(rank);
        if (request.shape().isEmpty()) {
            requireFixed(stored);
            return new InputShape(stored, order);
        }
        List<Long> dims = order.inverse().apply(request.shape().get());
        requireFixed(dims);
        int channels = layout == Layout.NCHW ? 1 : 3;
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

    /** The order in which the model has the dimensions of an image: as stated, as what is asked for fits, or as it looks. */
    private static Layout layout(List<Long> stored, GraphRequest request) throws ForgeException {
        String stated = request.options().getOrDefault("input.layout", "").strip();
        if (!stated.isEmpty()) {
            for (Layout layout : Layout.values()) {
                if (layout.name().equals(stated)) {
                    return layout;
                }
            }
            throw new ForgeException("the layout '" + stated + "' is neither NHWC nor NCHW");
        }
        boolean first = fits(stored, Layout.NCHW, request);
        boolean last = fits(stored, Layout.NHWC, request);
        if (first != last) {
            return first ? Layout.NCHW : Layout.NHWC;
        }
        boolean looksFirst = stored.size() == 4 && CHANNELS.contains(stored.get(1)) && isExtent(stored.get(3));
        return looksFirst ? Layout.NCHW : Layout.NHWC;
    }

    /** Whether the model would have the wanted dimensions if its input had a layout. */
    private static boolean fits(List<Long> stored, Layout layout, GraphRequest request) {
        if (stored.size() != 4 || request.shape().isEmpty()) {
            return false;
        }
        List<Long> dims =
                order(layout, request.layout()).inverse().apply(request.shape().get());
        boolean fits = true;
        for (int axis = 1; axis < dims.size(); axis++) {
            fits &= stored.get(axis) < 0 || stored.get(axis).equals(dims.get(axis));
        }
        return fits;
    }

    private static Permutation order(Layout from, Layout to) {
        if (from == to) {
            return Permutation.identity(4);
        }
        return to == Layout.NCHW ? Permutation.CHANNELS_FIRST : Permutation.CHANNELS_FIRST.inverse();
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
