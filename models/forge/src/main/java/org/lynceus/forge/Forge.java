package org.lynceus.forge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.lynceus.forge.bundle.FileSet;
import org.lynceus.forge.bundle.ModelForge;
import org.lynceus.forge.bundle.OutputFolder;
import org.lynceus.forge.bundle.ResultCache;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.FileCache;
import org.lynceus.forge.source.NpmClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command line of the forge. */
@Command(
        name = "forge",
        mixinStandardHelpOptions = true,
        description = "Fetches, verifies, converts and checks model weights.",
        footer = {
            "",
            "Downloads and results are kept in $LYNCEUS_CACHE (default: $XDG_CACHE_HOME/lynceus or ~/.cache/lynceus)."
        })
public final class Forge {
    private final FileCache cache = FileCache.ofUser();
    private final Fetcher fetcher = new Fetcher(cache, new NpmClient());

    private Forge() {}

    /**
     * Runs the command line and ends the process with 1 after a failure, 2 after wrong usage.
     *
     * @param arguments command and its parameters
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs a command.
     *
     * @param arguments command and its parameters
     * @return 0 on success
     */
    static int run(String... arguments) {
        return new CommandLine(new Forge())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    PrintWriter out = command.getErr();
                    if (failure instanceof ForgeException) {
                        out.println(failure.getMessage());
                    } else {
                        failure.printStackTrace(out);
                    }
                    out.flush();
                    return 1;
                })
                .execute(arguments);
    }

    @Command(name = "model", description = "Makes the files of a model bundle.", mixinStandardHelpOptions = true)
    int model(
            @Parameters(paramLabel = "FOLDER", description = "folder with model.properties and golden.properties")
                    Path folder,
            @Parameters(paramLabel = "TARGET", description = "folder that takes the files") Path target)
            throws ForgeException {
        ModelForge forge = new ModelForge(fetcher, new ResultCache(cache, Fingerprint.ofForge()));
        OutputFolder.write(target, forge.make(folder));
        return 0;
    }

    @Command(name = "files", description = "Fetches pinned files as they are.", mixinStandardHelpOptions = true)
    int files(
            @Parameters(paramLabel = "LIST", description = "properties file with the list") Path list,
            @Parameters(paramLabel = "TARGET", description = "folder that takes the files") Path target)
            throws ForgeException {
        Map<String, byte[]> files = FileSet.fetch(list, fetcher);
        OutputFolder.write(target, files);
        return 0;
    }
}
