package org.lynceus.packer;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.family.RoleRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line {@code lynceus model}: packs and checks models. */
@Command(name = "model", description = "Makes and checks model bundles.", sortOptions = false)
public final class ModelTool implements Callable<Integer> {
    private static final String NAME = "lynceus.command";
    private static final List<String> HELP = List.of("help", "-h", "--help");

    @Spec
    private CommandSpec spec;

    private ModelTool() {}

    /**
     * Runs the command line and ends the process: 0 on success, 1 after a failure.
     *
     * @param arguments command and its parameters
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out takes what was asked for
     * @param err takes what went wrong, one sentence
     * @param arguments command and its parameters
     * @return 0 on success
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        boolean help = arguments.length == 1 && HELP.contains(arguments[0]);
        return commandLine().setOut(out).setErr(err).execute(help ? new String[0] : arguments);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new ModelTool())
                .addSubcommand(new PackCommand())
                .addSubcommand(new CheckCommand())
                .setCommandName(System.getProperty(NAME, "lynceus") + " model")
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    PrintWriter err = command.getErr();
                    if (failure instanceof ForgeException) {
                        err.println("lynceus: " + failure.getMessage());
                    } else {
                        failure.printStackTrace(err);
                    }
                    err.flush();
                    return 1;
                })
                .setParameterExceptionHandler((failure, arguments) -> {
                    PrintWriter err = failure.getCommandLine().getErr();
                    err.println("lynceus: " + failure.getMessage() + "; '"
                            + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells more.");
                    err.flush();
                    return 1;
                });
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = spec.qualifiedName();
        List<String> lines = List.of(
                "usage: " + name + " <command>",
                "",
                "  pack    make a model bundle of a weight file: .onnx, .tflite, TensorFlow.js (model.json), dlib (.dat)",
                "  check   explain a weight file or a bundle: what it is, what is missing, how to pack it",
                "  mirror  fill a folder with all sources of the models that are built, for a site without a network",
                "  report  write docs/models.md: package, version, licence and provenance of every model that is built",
                "",
                "mirror and report work in a checkout of the source only. '" + name
                        + " pack --help' lists the options.",
                "",
                "Examples:",
                "  " + name + " check yolox_s.onnx",
                "  " + name + " pack --role object-detection --file yolox_s.onnx --licence Apache-2.0 -o yolox-s.jar",
                "  " + name + " pack --role face-embedding --file r100.onnx --licence 'non-commercial research only'",
                "  " + name + " pack --role image-classification --file plants.tflite --labels plants.txt",
                "  " + name + " pack --role open-vocabulary-tagging --file vision_model.onnx --labels labels.txt \\",
                "      --label-vectors labels.npy",
                "",
                "Roles: "
                        + String.join(
                                ", ",
                                RoleRules.known().stream().map(RoleRules::role).toList()));
        lines.forEach(out::println);
        out.flush();
        return 0;
    }
}
