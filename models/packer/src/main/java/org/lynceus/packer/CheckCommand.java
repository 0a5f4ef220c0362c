package org.lynceus.packer;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.source.UserFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code model check}: explains a weight file or a bundle. */
@Command(
        name = "check",
        description = "Explains a weight file or a bundle: what it holds, what is missing, how to pack it.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "weight file or bundle")
    private Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    @Override
    public Integer call() throws ForgeException {
        PrintWriter out = spec.commandLine().getOut();
        boolean bundle = file.getFileName().toString().endsWith(".jar");
        String command = spec.parent().qualifiedName();
        Report report = bundle ? BundleReport.of(file) : WeightReport.of(UserFile.read(file), command);
        report.lines().forEach(out::println);
        out.flush();
        return report.fine() ? 0 : 1;
    }
}
