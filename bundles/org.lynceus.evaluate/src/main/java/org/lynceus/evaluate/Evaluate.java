package org.lynceus.evaluate;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line {@code lynceus evaluate}: measures a running server. */
@Command(name = "evaluate", description = "Measures a running server against labelled pictures.", sortOptions = false)
public final class Evaluate implements Callable<Integer> {
    private static final String NAME = "lynceus.command";
    private static final List<String> HELP = List.of("help", "-h", "--help");
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    @Spec
    private CommandSpec spec;

    private Evaluate() {}

    /**
     * Runs the command line and ends the process: 0 on success, 1 after a failure, 2 when the command line is wrong.
     *
     * @param arguments command and its parameters
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out takes the result
     * @param err takes progress and what went wrong
     * @param arguments command and its parameters
     * @return 0 on success
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        boolean help = arguments.length == 1 && HELP.contains(arguments[0]);
        return commandLine().setOut(out).setErr(err).execute(help ? new String[0] : arguments);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Evaluate())
                .addSubcommand(new FacesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setCommandName(System.getProperty(NAME, "lynceus") + " evaluate")
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    PrintWriter err = command.getErr();
                    if (failure instanceof EvaluationException) {
                        err.println("lynceus: " + failure.getMessage());
                    } else {
                        failure.printStackTrace(err);
                    }
                    err.flush();
                    return FAILED;
                })
                .setParameterExceptionHandler((failure, arguments) -> {
                    PrintWriter err = failure.getCommandLine().getErr();
                    err.println("lynceus: " + failure.getMessage() + "; '"
                            + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells more.");
                    err.flush();
                    return MISUSED;
                });
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = spec.qualifiedName();
        List<String> lines = List.of(
                "usage: " + name + " <command>",
                "",
                "  faces   compare the running server's faces with labels: pairs, landmarks, attributes, rotations",
                "",
                "'" + name + " faces --help' lists the options; docs/evaluating.md describes the folder.",
                "",
                "Examples:",
                "  " + name + " faces my-faces",
                "  " + name + " faces my-faces --json before.json",
                "  " + name + " faces my-faces --all-pairs --rotations --endpoint http://127.0.0.1:8080");
        lines.forEach(out::println);
        out.flush();
        return 0;
    }
}
