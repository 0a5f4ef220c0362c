package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/** Products of matrices. */
final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * Adds a product over the last dimension of the first and the last but one of the second operand.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param a the first operand
     * @param b the second operand
     * @param bias added to every row
     * @return the product
     * @throws ForgeException when the dimensions do not fit
     */
    static Value apply(Lowering graph, String hint, Value a, Value b, Optional<Value> bias) throws ForgeException {
        if (a.rank() < 2
                || b.rank() < 2
                || !a.dims().get(a.rank() - 1).equals(b.dims().get(b.rank() - 2))) {
            throw new ForgeException("the matrices " + a + " and " + b + " do not fit");
        }
        if (a.rank() == 2 && b.rank() == 2 && bias.isPresent()) {
            long columns = b.dims().get(1);
            if (!bias.get().dims().equals(List.of(columns))) {
                throw new ForgeException("the bias " + bias.get() + " does not fit " + columns + " columns");
            }
            return graph.define(
                    "Gemm",
                    hint,
                    List.of(graph.name(a), graph.name(b), graph.name(bias.get())),
                    List.of(a.dims().get(0), columns),
                    a);
        }
        Value product = graph.define("MatMul", hint, List.of(graph.name(a), graph.name(b)), dims(a, b), a);
        return bias.isPresent() ? Elementwise.binary(graph, "Add", hint + "/biased", product, bias.get()) : product;
    }

    /** Swaps the last two dimensions. */
    static Value transposed(Value matrix) {
        List<Integer> axes = new ArrayList<>(Permutation.identity(matrix.rank()).axes());
        axes.add(matrix.rank() - 2, axes.remove(matrix.rank() - 1));
        return matrix.transpose(new Permutation(axes));
    }

    private static List<Long> dims(Value a, Value b) throws ForgeException {
        Value rows =
                Value.computed(a.dims().subList(0, a.rank() - 2), a.type(), Permutation.identity(a.rank() - 2), "rows");
        Value columns = Value.computed(
                b.dims().subList(0, b.rank() - 2), b.type(), Permutation.identity(b.rank() - 2), "columns");
        List<Long> dims = new ArrayList<>(Elementwise.broadcast(List.of(rows, columns)));
        dims.add(a.dims().get(a.rank() - 2));
        dims.add(b.dims().get(b.rank() - 1));
        return dims;
    }
}
