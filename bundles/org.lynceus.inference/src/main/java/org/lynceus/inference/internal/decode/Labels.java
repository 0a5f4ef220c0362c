package org.lynceus.inference.internal.decode;

import java.util.List;

/**
 * Names of a model's classes, in the order of its output.
 *
 * @param model its id, for messages
 * @param names at least one
 */
public record Labels(String model, List<String> names) {
    /** Copies the list. */
    public Labels {
        names = List.copyOf(names);
    }

    /**
     * The names of a model.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static Labels of(DecoderContext context) {
        return new Labels(context.info().id(), context.labels());
    }

    /** Number of names. */
    public int size() {
        return names.size();
    }

    /** Name of a class. */
    public String get(int index) {
        return names.get(index);
    }

    /**
     * Checks that an output has as many classes as there are names.
     *
     * @param classes of the output
     * @param output named in the message
     * @throws IllegalArgumentException when it has not
     */
    public void check(int classes, Tensor output) {
        if (classes != names.size()) {
            throw new IllegalArgumentException("model " + model + ": labels has " + names.size() + " names, but output "
                    + output + " has " + classes + " classes");
        }
    }
}
