package org.lynceus.forge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lynceus.forge.bundle.BundleManifest;
import org.lynceus.forge.bundle.FileSet;
import org.lynceus.forge.bundle.MadeModel;
import org.lynceus.forge.bundle.ModelForge;
import org.lynceus.forge.bundle.OutputFolder;
import org.lynceus.forge.bundle.ResultCache;
import org.lynceus.forge.catalogue.Catalogue;
import org.lynceus.forge.catalogue.LicenceReport;
import org.lynceus.forge.catalogue.MirrorFiller;
import org.lynceus.forge.catalogue.ReportFile;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.FileCache;
import org.lynceus.forge.source.Mirror;
import org.lynceus.forge.source.NpmClient;
import org.lynceus.forge.source.WebClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the forge. */
@Command(
        name = "forge",
        mixinStandardHelpOptions = true,
        versionProvider = ForgeVersion.class,
        description = "Fetches, verifies, converts and checks model weights.",
        footer = {
            "",
            "Downloads and results are kept in $LYNCEUS_CACHE (default: $XDG_CACHE_HOME/lynceus or ~/.cache/lynceus).",
            "Sources are looked for in the folder $LYNCEUS_MODEL_MIRROR first, where it is set."
        })
public final class Forge {
    @Spec
    private CommandSpec spec;

    private final FileCache cache = FileCache.ofUser();

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

    @Command(
            name = "model",
            description = "Makes the files of a model bundle.",
            mixinStandardHelpOptions = true,
            versionProvider = ForgeVersion.class)
    int model(
            @Parameters(paramLabel = "FOLDER", description = "folder with model.properties and golden.properties")
                    Path folder,
            @Parameters(
                            paramLabel = "TARGET",
                            description = "folder that takes the files, and has no others afterwards")
                    Path target,
            @Option(names = "--symbolic-name", paramLabel = "NAME", description = "name of the bundle")
                    Optional<String> symbolicName,
            @Option(names = "--bundle-version", paramLabel = "VERSION", description = "version of the bundle")
                    Optional<String> version,
            @Option(names = "--bundle-name", paramLabel = "TEXT", description = "name of the bundle for people")
                    Optional<String> name)
            throws ForgeException {
        MadeModel model = new ModelForge(fetcher(), new ResultCache(cache, Fingerprint.ofForge())).make(folder);
        String id = model.description().getProperty("id");
        BundleManifest manifest = new BundleManifest(
                symbolicName.orElse("org.lynceus.model." + id),
                version.orElse(ForgeVersion.text()),
                name.orElse(id),
                model.description().getProperty("name"),
                "Lynceus");
        TreeMap<String, byte[]> files = new TreeMap<>(model.files());
        boolean complete = model.leftOut().isEmpty();
        files.put(BundleManifest.PATH, complete ? manifest.withModel(model.description()) : manifest.withoutModel());
        OutputFolder.write(target, files);
        model.leftOut().ifPresent(this::note);
        return 0;
    }

    @Command(
            name = "files",
            description = "Fetches pinned files as they are.",
            mixinStandardHelpOptions = true,
            versionProvider = ForgeVersion.class)
    int files(
            @Parameters(paramLabel = "LIST", description = "properties file with the list") Path list,
            @Parameters(
                            paramLabel = "TARGET",
                            description = "folder that takes the files, and has no others afterwards")
                    Path target)
            throws ForgeException {
        OutputFolder.write(target, FileSet.fetch(list, fetcher()));
        return 0;
    }

    @Command(
            name = "mirror",
            description = "Fills a folder with all sources, so that a build needs no network.",
            mixinStandardHelpOptions = true,
            versionProvider = ForgeVersion.class)
    int mirror(
            @Parameters(paramLabel = "DIR", description = "folder that takes the files") Path mirror,
            @Parameters(
                            paramLabel = "MODELS_FOLDER",
                            arity = "1..*",
                            description = "folders of models, or folders that have such folders")
                    List<Path> folders)
            throws ForgeException {
        int count = new MirrorFiller(fetcher(), this::note).fill(mirror, Catalogue.read(folders));
        spec.commandLine().getOut().println(count + " files are in " + mirror);
        return 0;
    }

    @Command(
            name = "report",
            description = "Writes which weight files the models come from, with licences and checksums.",
            mixinStandardHelpOptions = true,
            versionProvider = ForgeVersion.class)
    int report(
            @Parameters(
                            paramLabel = "MODELS_FOLDER",
                            arity = "1..*",
                            description = "folders of models, or folders that have such folders")
                    List<Path> folders,
            @Option(names = "-o", required = true, paramLabel = "FILE", description = "the report, in Markdown")
                    Path file,
            @Option(
                            names = "--check",
                            negatable = true,
                            description = "fail when the file is out of date, instead of writing it")
                    boolean check)
            throws ForgeException {
        String text = LicenceReport.write(Catalogue.read(folders));
        if (check) {
            ReportFile.requireEqual(file, text);
        } else {
            ReportFile.write(file, text);
        }
        return 0;
    }

    private Fetcher fetcher() throws ForgeException {
        return new Fetcher(cache, Mirror.ofUser(), new NpmClient(), new WebClient());
    }

    private void note(String line) {
        PrintWriter out = spec.commandLine().getErr();
        out.println(line);
        out.flush();
    }
}
