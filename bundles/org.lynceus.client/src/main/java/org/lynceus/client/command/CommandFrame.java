package org.lynceus.client.command;

import java.io.PrintWriter;
import java.util.List;
import org.lynceus.client.ToolException;
import picocli.CommandLine;

/**
 * The frame of a command line with subcommands: names, error lines and exit codes. The root command, run without
 * arguments, prints its usage. A {@link ToolException} becomes one line {@code lynceus: message}, and so does a mistake in
 * the arguments; any other exception is a defect and printed in full. For one thread.
 */
public final class CommandFrame {
    private static final String NAME = "lynceus.command";
    private static final List<String> HELP = List.of("help", "-h", "--help");
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final CommandLine commandLine;

    /**
     * Puts a command line together.
     *
     * @param name of the root command, which follows the launcher's, such as {@code evaluate}
     * @param root prints the usage
     * @param subcommands annotated commands
     */
    public CommandFrame(String name, Object root, Object... subcommands) {
        commandLine = new CommandLine(root);
        for (Object subcommand : subcommands) {
            commandLine.addSubcommand(subcommand);
        }
        commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setCommandName(System.getProperty(NAME, "lynceus") + " " + name)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command.getErr()))
                .setParameterExceptionHandler((failure, arguments) -> misused(failure));
    }

    /**
     * Runs a command on standard output and ends the process: 0 on success, 1 after a failure, 2 when the arguments are
     * wrong.
     *
     * @param arguments command and its parameters
     */
    public void main(String... arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out takes the result
     * @param err takes progress and what went wrong
     * @param arguments command and its parameters
     * @return 0 on success, 1 after a failure, 2 when the arguments are wrong
     */
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        boolean help = arguments.length == 1 && HELP.contains(arguments[0]);
        return commandLine.setOut(out).setErr(err).execute(help ? new String[0] : arguments);
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (failure instanceof ToolException) {
            err.println("lynceus: " + failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }

    private static int misused(CommandLine.ParameterException failure) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println("lynceus: " + failure.getMessage() + "; '"
                + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells more.");
        err.flush();
        return MISUSED;
    }
}
