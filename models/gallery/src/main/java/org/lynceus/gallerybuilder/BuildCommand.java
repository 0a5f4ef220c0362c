package org.lynceus.gallerybuilder;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lynceus.client.ToolException;
import org.lynceus.client.command.EndpointOption;
import org.lynceus.client.command.ParallelOption;
import org.lynceus.client.server.Transport;
import org.lynceus.client.work.Workers;
import org.lynceus.gallerybuilder.faces.FacePortraits;
import org.lynceus.gallerybuilder.faces.PrivateServer;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.output.Destination;
import org.lynceus.gallerybuilder.output.Gallery;
import org.lynceus.gallerybuilder.output.GalleryHead;
import org.lynceus.gallerybuilder.people.People;
import org.lynceus.gallerybuilder.photos.FoundPhotos;
import org.lynceus.gallerybuilder.rules.Entries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gallery build}: makes a gallery of a table of people and their photos. */
@Command(
        name = "build",
        description = "Makes a gallery of a table of people and their photos.",
        footer = {
            "",
            "people.csv has a header; its columns, in any order:",
            "  name                           needed",
            "  id                             letters and digits; made from the name where there is none",
            "  gender                         male, female, nonbinary or unlisted",
            "  urls, url or website           several separated by spaces",
            "  photos, photo, image or file   several separated by | or ;",
            "Without a column of photos those count whose file or folder begins with the id or the name."
        },
        sortOptions = false,
        usageHelpWidth = 110)
final class BuildCommand implements Callable<Integer> {
    private static final String ENDPOINT = "lynceus.endpoint";
    private static final String LAUNCHER = "lynceus.launcher";
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PEOPLE", description = "table of people, CSV")
    private Path table;

    @Parameters(index = "1", paramLabel = "PHOTOS", description = "folder of their photos, JPEG or PNG")
    private Path photos;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "the gallery: a bundle, NAME.jar, or a folder")
    private Path out;

    @Mixin
    private HeadOptions head;

    @Mixin
    private EndpointOption endpoint;

    @Mixin
    private ParallelOption parallel;

    @Option(names = "--report", paramLabel = "FILE.csv", description = "write the table of what was found also as CSV")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--strict", description = "write no gallery when there is anything to report")
    private boolean strict;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    @Override
    public Integer call() throws ToolException {
        GalleryHead told = head.of(out);
        Destination destination = checked();
        int requests = parallel.count();
        if (endpoint.named()) {
            endpoint.uri();
        }
        PrintWriter screen = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        People people = People.read(table);
        FoundPhotos found = FoundPhotos.of(people.people(), table, photos);
        people.notes().forEach(note -> err.println("note: " + note));
        found.notes().forEach(note -> err.println("note: " + note));
        err.flush();
        Entries entries =
                found.photos().isEmpty() ? Entries.none(found.findings()) : entries(people, found, requests, err);
        tell(entries.findings(), screen);
        if (entries.people().isEmpty()) {
            throw new ToolException("No gallery was written: of "
                    + people.people().size() + (people.people().size() == 1 ? " person" : " people")
                    + " nobody has a photo that can be used");
        }
        if (strict && !entries.findings().isEmpty()) {
            err.println("lynceus: No gallery was written: there is something to report, and --strict was given");
            err.flush();
            return FAILED;
        }
        long size = write(destination, Gallery.of(told, entries.people(), entries.vectors()));
        Summary.lines(told, entries, people.people().size(), destination, size).forEach(screen::println);
        screen.flush();
        return 0;
    }

    private Entries entries(People people, FoundPhotos found, int requests, PrintWriter err) throws ToolException {
        if (endpoint.named() || System.getProperty(ENDPOINT) != null || System.getProperty(LAUNCHER) == null) {
            return ask(endpoint.uri(), people, found, requests, err);
        }
        try (PrivateServer server = PrivateServer.start(Path.of(System.getProperty(LAUNCHER)), err)) {
            try {
                return ask(server.endpoint(), people, found, requests, err);
            } catch (ToolException e) {
                throw server.reason(e);
            }
        }
    }

    private static Entries ask(URI server, People people, FoundPhotos found, int requests, PrintWriter err)
            throws ToolException {
        try (Workers workers = new Workers(requests, err)) {
            FacePortraits portraits = new FacePortraits(new Transport(server));
            return Entries.of(people.people(), found.photos(), portraits, workers, found.findings());
        }
    }

    private void tell(List<Finding> findings, PrintWriter screen) throws ToolException {
        if (report.isPresent()) {
            ReportTable.write(findings, report.get());
        }
        ReportTable.print(findings, report.isPresent(), screen);
        screen.flush();
    }

    private static long write(Destination destination, Gallery gallery) throws ToolException {
        try {
            return destination.write(gallery);
        } catch (IOException e) {
            throw new ToolException(
                    "The gallery cannot be written to " + destination.path() + " (" + e.getMessage() + ")", e);
        }
    }

    /** Everything that can be known to be wrong before the work begins. */
    private Destination checked() {
        if (!Files.isRegularFile(table)) {
            throw misuse(
                    table + (Files.isDirectory(table) ? " is a folder, not a table of people" : " does not exist"),
                    null);
        }
        if (!Files.isDirectory(photos)) {
            throw misuse(
                    photos + (Files.exists(photos) ? " is a file, not a folder of photos" : " does not exist"), null);
        }
        report.ifPresent(file -> {
            Path folder = file.toAbsolutePath().getParent();
            boolean folders = Files.isDirectory(file) || folder == null || !Files.isDirectory(folder);
            if (folders
                    || file.toAbsolutePath()
                            .normalize()
                            .equals(table.toAbsolutePath().normalize())) {
                throw misuse("The report cannot be written to " + file, null);
            }
        });
        try {
            return Destination.of(out);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage(), e);
        }
    }

    private ParameterException misuse(String message, Throwable cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
