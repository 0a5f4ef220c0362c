package org.lynceus.packer.family;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lynceus.packer.graph.Output;
import org.lynceus.packer.graph.PictureInput;

/**
 * What is known of a graph when its family is guessed.
 *
 * @param hint words of the exporter and the file's name, lower case
 * @param input its input, with the size of the run
 * @param freeSize whether rows or columns stay free
 * @param outputs of a run on noise
 * @param makers the operators that compute the outputs, by name of the output
 * @param labels number of names that came with it, if any did
 * @param normalisedInside whether the graph begins with a subtraction and a multiplication
 * @param anchors whether a table of anchors was found beside the graph
 * @param stated what the user stated, by key of the description
 */
public record Evidence(
        String hint,
        PictureInput input,
        boolean freeSize,
        List<Output> outputs,
        Map<String, String> makers,
        OptionalInt labels,
        boolean normalisedInside,
        boolean anchors,
        Map<String, String> stated) {
    /** Copies the collections. */
    public Evidence {
        hint = hint.toLowerCase(Locale.ROOT);
        outputs = List.copyOf(outputs);
        makers = Map.copyOf(makers);
        stated = Map.copyOf(stated);
    }

    /** Whether the user named this decoder. */
    boolean states(String decoder) {
        return decoder.equals(stated.get("decoder"));
    }

    /** Whether the user named another decoder than this one. */
    boolean statesOther(String decoder) {
        return stated.containsKey("decoder") && !states(decoder);
    }

    boolean hints(String... words) {
        return List.of(words).stream().anyMatch(hint::contains);
    }

    Optional<Output> find(Predicate<Output> suits) {
        return outputs.stream().filter(suits).findFirst();
    }

    /** The first output with one of these names. */
    Optional<Output> named(String... names) {
        return List.of(names).stream()
                .flatMap(name -> outputs.stream().filter(output -> output.name().equals(name)))
                .findFirst();
    }

    /** The number of cells of grids with these strides over the input, the last of a row or column may be cut. */
    long cells(int... strides) {
        return IntStream.of(strides)
                .mapToLong(stride -> (long) steps(input.height(), stride) * steps(input.width(), stride))
                .sum();
    }

    private static int steps(int length, int stride) {
        return (length + stride - 1) / stride;
    }
}
