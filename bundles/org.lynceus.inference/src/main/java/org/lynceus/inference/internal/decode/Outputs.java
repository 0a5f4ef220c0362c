package org.lynceus.inference.internal.decode;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a graph gave, in the order of {@code graph.<name>.outputs}, or in the graph's own.
 *
 * @param tensors the outputs
 */
public record Outputs(List<Tensor> tensors) {
    /** Copies the list. */
    public Outputs {
        tensors = List.copyOf(tensors);
    }

    /** Number of outputs. */
    public int size() {
        return tensors.size();
    }

    /**
     * An output by its place.
     *
     * @throws IllegalArgumentException when there are fewer
     */
    public Tensor get(int index) {
        if (index >= tensors.size()) {
            throw new IllegalArgumentException("the graph has no output number " + (index + 1) + ", only " + this);
        }
        return tensors.get(index);
    }

    /** The first output that suits. */
    public Optional<Tensor> find(Predicate<Tensor> suits) {
        return tensors.stream().filter(suits).findFirst();
    }

    /** All outputs that suit, in order. */
    public List<Tensor> all(Predicate<Tensor> suits) {
        return tensors.stream().filter(suits).toList();
    }

    /**
     * The first output that suits.
     *
     * @param meaning what it should be, for the message, such as {@code boxes [1, N, 4]}
     * @throws IllegalArgumentException when none does
     */
    public Tensor require(String meaning, Predicate<Tensor> suits) {
        return find(suits)
                .orElseThrow(() -> new IllegalArgumentException("no output holds " + meaning + " among " + this));
    }

    /** Names and shapes, for messages. */
    @Override
    public String toString() {
        return tensors.stream().map(Tensor::toString).collect(Collectors.joining(", "));
    }
}
