package org.lynceus.evaluate;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lynceus.evaluate.dataset.Dataset;
import org.lynceus.evaluate.report.Report;
import org.lynceus.evaluate.report.Section;
import org.lynceus.evaluate.server.Server;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;
import org.lynceus.evaluate.session.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate faces}: compares the server's faces with labels. */
@Command(
        name = "faces",
        description = "Compares the running server's faces with labels.",
        footer = {
            "",
            "The folder may hold, in any combination:",
            "  pairs.csv                      image1,image2,same: accuracy, TAR at FAR",
            "  *.pts, landmarks.csv or *landmarks*.xml, also in landmarks/: 68 points, landmark errors",
            "  attributes.csv or labels.csv   image, gender, age, emotion, smile, ...: accuracy, AUC, calibration",
            "Pictures lie where the files say, relative to the folder or to its folder images."
        },
        sortOptions = false,
        usageHelpWidth = 110)
final class FacesCommand implements Callable<Integer> {
    private static final String ENDPOINT = "lynceus.endpoint";
    private static final String DEFAULT_ENDPOINT = "http://127.0.0.1:8080";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "labelled pictures")
    private Path folder;

    @Option(names = "--endpoint", paramLabel = "URL", description = "the server (default: the one that runs here)")
    private Optional<String> endpoint;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result also as JSON")
    private Optional<Path> json;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "only these parts: pairs, landmarks, attributes, all-pairs, rotations")
    private Set<FolderPart> only = EnumSet.noneOf(FolderPart.class);

    @Option(names = "--by", paramLabel = "COLUMN", description = "column of pairs.csv to break pairs down by")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "NAME",
            description = "only attribute rows whose column split has this name")
    private Optional<String> split;

    @Option(names = "--all-pairs", description = "also compare every two pictures of the folder")
    private boolean allPairs;

    @Option(names = "--rotations", description = "also send every picture turned by 90, 180 and 270 degrees")
    private boolean rotations;

    @Option(names = "--parallel", paramLabel = "N", description = "requests at a time (default: one per core)")
    private Optional<Integer> parallel;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    @Override
    public Integer call() throws EvaluationException {
        Server server = new Server(endpoint());
        Dataset dataset = new Dataset(folder);
        PrintWriter err = spec.commandLine().getErr();
        try (Workers workers = new Workers(parallel(), err)) {
            Session session = Session.of(dataset, server, workers, split, by);
            List<Measurement> measurements = new ArrayList<>();
            for (Part part : parts()) {
                part.read(session).ifPresent(measurements::add);
            }
            if (measurements.isEmpty()) {
                throw new EvaluationException("There is nothing to measure in " + folder
                        + ": neither pairs, landmarks nor attributes; '"
                        + spec.qualifiedName() + " --help' tells what it may hold");
            }
            List<String> models = server.models();
            List<Section> sections = new ArrayList<>();
            for (Measurement measurement : measurements) {
                sections.add(measurement.measure());
            }
            Report report = new Report(server.endpoint().toString(), models, sections);
            report.print(spec.commandLine().getOut());
            if (json.isPresent()) {
                report.write(json.get());
            }
        }
        return 0;
    }

    private List<Part> parts() {
        Set<FolderPart> wanted = EnumSet.noneOf(FolderPart.class);
        wanted.addAll(only.isEmpty() ? FolderPart.labelled() : only);
        if (allPairs) {
            wanted.add(FolderPart.ALL_PAIRS);
        }
        if (rotations) {
            wanted.add(FolderPart.ROTATIONS);
        }
        return wanted.stream().map(FolderPart::part).toList();
    }

    private URI endpoint() {
        String text = endpoint.orElseGet(() -> System.getProperty(ENDPOINT, DEFAULT_ENDPOINT));
        try {
            URI uri = new URI(text);
            if (Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ParameterException(
                    spec.commandLine(), "'" + text + "' is no address such as " + DEFAULT_ENDPOINT, e);
        }
        throw new ParameterException(spec.commandLine(), "'" + text + "' is no address such as " + DEFAULT_ENDPOINT);
    }

    private int parallel() {
        int wanted = parallel.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (wanted < 1) {
            throw new ParameterException(spec.commandLine(), "--parallel is at least 1, not " + wanted);
        }
        return wanted;
    }
}
