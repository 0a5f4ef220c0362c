package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lynceus.forge.ForgeException;

/** TensorFlow operators that move blocks of rows and columns into the batch and back, as dilated convolutions are exported. */
final class BlockOps {
    private BlockOps() {}

    /** The conversions by operator. */
    static Map<String, GraphOp> all() {
        return Map.of(
                "BatchToSpaceND",
                GraphOp.single(BlockOps::toSpace),
                "SpaceToBatchND",
                GraphOp.single(BlockOps::toBatch));
    }

    /** Pads, then makes a batch entry of every position within the blocks. */
    private static Value toBatch(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        long[] block = block(inputs);
        long[] edges = edges(inputs, block.length);
        long[] amounts = new long[2 * x.rank()];
        System.arraycopy(edges, 0, amounts, 2, edges.length);
        Value padded = Joining.pad(graph, node.name() + "/padded", x, amounts, "constant", Optional.empty());
        List<Long> split = new ArrayList<>(List.of(padded.dims().get(0)));
        List<Integer> order = new ArrayList<>();
        List<Long> joined = new ArrayList<>(List.of(padded.dims().get(0)));
        for (int i = 0; i < block.length; i++) {
            long size = padded.dims().get(i + 1);
            if (size % block[i] != 0) {
                throw new ForgeException("blocks of " + block[i] + " do not fill " + size + " entries of " + x);
            }
            split.add(size / block[i]);
            split.add(block[i]);
            order.add(2 * i + 2);
            joined.set(0, joined.get(0) * block[i]);
            joined.add(size / block[i]);
        }
        order.add(0);
        IntStream.range(0, block.length).forEach(i -> order.add(2 * i + 1));
        rest(padded, block.length, split, order, joined);
        return moved(graph, node.name(), padded, split, order, joined);
    }

    /** The way back: makes positions within blocks of the batch entries, then cuts the edges off. */
    private static Value toSpace(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        long[] block = block(inputs);
        long[] edges = edges(inputs, block.length);
        long entries = IntStream.range(0, block.length).mapToLong(i -> block[i]).reduce(1, Math::multiplyExact);
        if (x.dims().get(0) % entries != 0) {
            throw new ForgeException("the batch of " + x + " does not consist of blocks of " + entries);
        }
        List<Long> split = new ArrayList<>();
        List<Integer> order = new ArrayList<>(List.of(block.length));
        List<Long> joined = new ArrayList<>(List.of(x.dims().get(0) / entries));
        List<Slicing.Range> kept = new ArrayList<>();
        IntStream.range(0, block.length).forEach(i -> split.add(block[i]));
        split.add(x.dims().get(0) / entries);
        for (int i = 0; i < block.length; i++) {
            long size = x.dims().get(i + 1);
            split.add(size);
            order.add(block.length + 1 + i);
            order.add(i);
            joined.add(size * block[i]);
            kept.add(new Slicing.Range(i + 1, edges[2 * i], size * block[i] - edges[2 * i] - edges[2 * i + 1], 1));
        }
        rest(x, block.length, split, order, joined);
        Value whole = moved(graph, node.name(), x, split, order, joined);
        return Slicing.apply(graph, node.name() + "/cut", whole, kept);
    }

    /** The dimensions that have no blocks stay behind the others. */
    private static void rest(Value x, int blocks, List<Long> split, List<Integer> order, List<Long> joined) {
        for (int axis = blocks + 1; axis < x.rank(); axis++) {
            order.add(split.size());
            split.add(x.dims().get(axis));
            joined.add(x.dims().get(axis));
        }
    }

    private static Value moved(
            Lowering graph, String hint, Value x, List<Long> split, List<Integer> order, List<Long> joined)
            throws ForgeException {
        Value parts = Reshaping.apply(graph, hint + "/parts", x, array(split));
        return Reshaping.apply(graph, hint, parts.transpose(new Permutation(order)), array(joined));
    }

    private static long[] block(List<Value> inputs) throws ForgeException {
        Value x = inputs.get(0);
        long[] block = Lowering.integers(inputs.get(1), "size of the blocks");
        if (x.freeBatch() || block.length >= x.rank()) {
            throw new ForgeException("blocks of " + x + " cannot move to or from its batch");
        }
        return block;
    }

    /** Entries before and after, for each dimension with blocks in turn. */
    private static long[] edges(List<Value> inputs, int blocks) throws ForgeException {
        long[] edges = Lowering.integers(inputs.get(2), "edges");
        if (edges.length != 2 * blocks) {
            throw new ForgeException("there are " + edges.length + " edges for " + blocks + " dimensions");
        }
        return edges;
    }

    private static long[] array(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
