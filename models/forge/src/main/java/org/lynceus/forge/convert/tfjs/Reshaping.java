package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.lynceus.forge.ForgeException;

/** Operators that read the same values in the same order with other dimensions. */
final class Reshaping {
    private Reshaping() {}

    /**
     * Adds a reshape.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param x the operand
     * @param target the wanted dimensions; one may be -1. A free batch dimension stays free where the target begins with -1
     *     or 1
     * @return the result
     * @throws ForgeException when the values do not fit, or a free batch would be mixed with other dimensions
     */
    static Value apply(Lowering graph, String hint, Value x, long[] target) throws ForgeException {
        List<Long> dims = x.freeBatch() ? perItem(x, target) : resolve(x, target);
        return to(graph, hint, x, dims);
    }

    /** Inserts a dimension of size 1. */
    static Value expand(Lowering graph, String hint, Value x, long axis) throws ForgeException {
        List<Long> dims = new ArrayList<>(x.dims());
        dims.add(Lowering.axis(axis, x.rank() + 1), 1L);
        if (x.freeBatch() && dims.get(0) >= 0) {
            throw new ForgeException("the batch of " + x + " would not stay in front");
        }
        return to(graph, hint, x, dims);
    }

    /**
     * Takes dimensions of size 1 out.
     *
     * @param axes which; none stands for all
     */
    static Value squeeze(Lowering graph, String hint, Value x, long... axes) throws ForgeException {
        List<Integer> removed = new ArrayList<>();
        for (long axis : axes) {
            removed.add(Lowering.axis(axis, x.rank()));
        }
        List<Long> dims = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            boolean single = x.dims().get(axis) == 1;
            if (removed.contains(axis) && !single) {
                throw new ForgeException("dimension " + axis + " of " + x + " is not 1");
            }
            if (removed.isEmpty() ? !single : !removed.contains(axis)) {
                dims.add(x.dims().get(axis));
            }
        }
        return to(graph, hint, x, dims);
    }

    private static Value to(Lowering graph, String hint, Value x, List<Long> dims) {
        String shape = graph.initializer(
                hint + "/shape",
                Constant.of(dims.stream().mapToLong(Long::longValue).toArray()));
        return graph.define("Reshape", hint, List.of(graph.name(x), shape), dims, x);
    }

    private static List<Long> resolve(Value x, long[] target) throws ForgeException {
        long size = product(x.dims().stream().mapToLong(Long::longValue));
        return infer(target, size, x);
    }

    /** Reshapes what belongs to one input of the batch; the batch dimension stays in front. */
    private static List<Long> perItem(Value x, long[] target) throws ForgeException {
        if (target.length == 0 || (target[0] != -1 && target[0] != 1)) {
            throw new ForgeException("the batch of " + x + " is lost in " + Arrays.toString(target));
        }
        long size = product(x.dims().stream().skip(1).mapToLong(Long::longValue));
        List<Long> dims = new ArrayList<>(infer(Arrays.copyOfRange(target, 1, target.length), size, x));
        dims.add(0, -1L);
        return dims;
    }

    private static List<Long> infer(long[] target, long size, Value x) throws ForgeException {
        long free = LongStream.of(target).filter(dim -> dim < 0).count();
        long rest = product(LongStream.of(target).filter(dim -> dim >= 0));
        boolean fits = free == 0 ? rest == size : free == 1 && rest > 0 && size % rest == 0;
        if (!fits) {
            throw new ForgeException(x + " cannot become " + Arrays.toString(target));
        }
        return LongStream.of(target)
                .map(dim -> dim < 0 ? size / rest : dim)
                .boxed()
                .toList();
    }

    private static long product(LongStream dims) {
        return dims.reduce(1, Math::multiplyExact);
    }
}
