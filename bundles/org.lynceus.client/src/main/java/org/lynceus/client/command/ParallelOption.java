package org.lynceus.client.command;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --parallel}; a picocli mixin. */
public final class ParallelOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--parallel", paramLabel = "N", description = "requests at a time (default: one per core)")
    private Optional<Integer> parallel = Optional.empty();

    /** Creates it; picocli fills it. */
    public ParallelOption() {}

    /**
     * How many requests are sent at a time, at least 1.
     *
     * @throws ParameterException when the user wants less than one
     */
    public int count() {
        int wanted = parallel.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (wanted < 1) {
            throw new ParameterException(command.commandLine(), "--parallel is at least 1, not " + wanted);
        }
        return wanted;
    }
}
