package org.lynceus.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lynceus.client.ToolException;
import org.lynceus.client.command.EndpointOption;
import org.lynceus.client.command.ParallelOption;
import org.lynceus.client.report.Report;
import org.lynceus.client.report.Section;
import org.lynceus.client.work.Workers;
import org.lynceus.evaluate.dataset.Dataset;
import org.lynceus.evaluate.server.Server;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that measures a running server against a folder of labelled pictures. */
abstract class EvaluationCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "labelled pictures")
    private Path folder;

    @Mixin
    private EndpointOption endpoint;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result also as JSON")
    private Optional<Path> json;

    @Option(names = "--by", paramLabel = "COLUMN", description = "column of the labels to break results down by")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "NAME",
            description = "only rows of labels whose column split has this name")
    private Optional<String> split;

    @Mixin
    private ParallelOption parallel;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    /** What is to be measured, in the order of the report. */
    abstract List<Part> parts();

    /** What the folder lacks when there is nothing to measure, such as "neither pairs nor landmarks". */
    abstract String missing();

    @Override
    public final Integer call() throws ToolException {
        Server server = new Server(endpoint.uri());
        Dataset dataset = new Dataset(folder);
        PrintWriter err = spec.commandLine().getErr();
        try (Workers workers = new Workers(parallel.count(), err)) {
            Session session = Session.of(dataset, server, workers, split, by);
            List<Measurement> measurements = new ArrayList<>();
            for (Part part : parts()) {
                part.read(session).ifPresent(measurements::add);
            }
            if (measurements.isEmpty()) {
                throw new ToolException("There is nothing to measure in " + folder + ": " + missing() + "; '"
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
}
