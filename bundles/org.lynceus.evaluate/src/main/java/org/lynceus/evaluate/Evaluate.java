package org.lynceus.evaluate;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lynceus.client.command.CommandFrame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line {@code lynceus evaluate}: measures a running server. */
@Command(name = "evaluate", description = "Measures a running server against labelled pictures.", sortOptions = false)
public final class Evaluate implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private Evaluate() {}

    /**
     * Runs the command line and ends the process: 0 on success, 1 after a failure, 2 when the command line is wrong.
     *
     * @param arguments command and its parameters
     */
    public static void main(String[] arguments) {
        frame().main(arguments);
    }

    /** The command line. */
    static CommandFrame frame() {
        return new CommandFrame("evaluate", new Evaluate(), new FacesCommand(), new CelebritiesCommand());
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = spec.qualifiedName();
        List<String> lines = List.of(
                "usage: " + name + " <command>",
                "",
                "  faces         compare the running server's faces with labels: pairs, landmarks, attributes, rotations",
                "  celebrities   let the running server recognise people of its galleries, and strangers",
                "",
                "'" + name + " <command> --help' lists the options; docs/evaluating.md describes the folders.",
                "",
                "Examples:",
                "  " + name + " faces my-faces",
                "  " + name + " faces my-faces --json before.json",
                "  " + name + " faces my-faces --all-pairs --rotations --endpoint http://127.0.0.1:8080",
                "  " + name + " celebrities my-people --by year");
        lines.forEach(out::println);
        out.flush();
        return 0;
    }
}
