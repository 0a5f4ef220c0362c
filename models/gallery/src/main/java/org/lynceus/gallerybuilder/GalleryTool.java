package org.lynceus.gallerybuilder;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lynceus.client.command.CommandFrame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line {@code lynceus gallery}: makes galleries of people's photos. */
@Command(name = "gallery", description = "Makes galleries of people who are to be recognised.", sortOptions = false)
public final class GalleryTool implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private GalleryTool() {}

    /**
     * Runs the command line and ends the process: 0 when a gallery was written, 1 when none could be, 2 when the command
     * line is wrong.
     *
     * @param arguments command and its parameters
     */
    public static void main(String[] arguments) {
        frame().main(arguments);
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
        return frame().run(out, err, arguments);
    }

    private static CommandFrame frame() {
        return new CommandFrame("gallery", new GalleryTool(), new BuildCommand());
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = spec.qualifiedName();
        List<String> lines = List.of(
                "usage: " + name + " <command>",
                "",
                "  build   make a gallery of a table of people and their photos",
                "",
                "'" + name + " build --help' lists the options; docs/galleries.md describes table and photos.",
                "",
                "Examples:",
                "  " + name + " build people.csv photos/ -o gallery.jar",
                "  " + name + " build people.csv photos/ -o staff.jar --title \"Staff of Acme\" --report report.csv");
        lines.forEach(out::println);
        out.flush();
        return 0;
    }
}
