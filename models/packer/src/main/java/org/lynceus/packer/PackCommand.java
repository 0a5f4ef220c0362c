package org.lynceus.packer;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lynceus.forge.ForgeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code model pack}: makes a bundle of weight files. */
@Command(
        name = "pack",
        description =
                "Makes a model bundle of a weight file: .onnx, .tflite, TensorFlow.js (model.json) or dlib (.dat).",
        sortOptions = false)
final class PackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "what the model is for")
    private String role;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "[NAME=]FILE",
            description = "weight file; several give a bundle of several graphs")
    private List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "JAR",
            description = "the bundle (default: the id with .jar, here)")
    private Optional<Path> output;

    @Option(names = "--id", paramLabel = "ID", description = "short name (default: the file's)")
    private Optional<String> id;

    @Option(names = "--version", paramLabel = "VERSION", description = "version of the weights (1.0.0)")
    private Optional<String> version;

    @Option(names = "--name", paramLabel = "TEXT", description = "name for people")
    private Optional<String> name;

    @Option(names = "--decoder", paramLabel = "NAME", description = "how outputs are read (default: guessed)")
    private Optional<String> decoder;

    @Option(
            names = {"--labels", "--dictionary"},
            paramLabel = "FILE",
            description = "names of the classes, or characters of a text recogniser, one per line")
    private Optional<Path> labels;

    @Option(
            names = "--label-vectors",
            paramLabel = "FILE.npy",
            description = "tagging: vectors of the labels, [labels, dimension]")
    private Optional<Path> labelVectors;

    @Option(names = "--logit-scale", paramLabel = "X", description = "tagging: factor of the cosine")
    private Optional<String> logitScale;

    @Option(names = "--logit-bias", paramLabel = "X", description = "tagging: added after that")
    private Optional<String> logitBias;

    @Option(names = "--licence", paramLabel = "TEXT", description = "licence of the weights, shown by lynceus:models")
    private Optional<String> licence;

    @Option(names = "--upstream", paramLabel = "TEXT", description = "where the weights come from")
    private Optional<String> upstream;

    @Option(names = "--size", paramLabel = "WxH", description = "size of the input where the graph leaves it free")
    private Optional<String> size;

    @Option(names = "--outputs", split = ",", paramLabel = "NAME", description = "outputs to use, in order")
    private List<String> outputs;

    @Option(names = "--constant", paramLabel = "NAME=X[,X]", description = "fixed value of an input beside the picture")
    private Map<String, String> constants = new LinkedHashMap<>();

    @Option(names = "--layout", paramLabel = "NCHW|NHWC", description = "order of the input's axes")
    private Optional<String> layout;

    @Option(names = "--color", paramLabel = "RGB|BGR|GRAY", description = "order of the channels")
    private Optional<String> color;

    @Option(names = "--mean", paramLabel = "X[,X,X]", description = "value = (pixel - mean) * scale, pixel 0 to 255")
    private Optional<String> mean;

    @Option(names = "--scale", paramLabel = "X[,X,X]", description = "likewise; 1/255 may be written so")
    private Optional<String> scale;

    @Option(names = "--fit", paramLabel = "HOW", description = "stretch, letterbox, letterbox-corner or crop")
    private Optional<String> fit;

    @Option(names = "--pad", paramLabel = "0..255", description = "grey of a letterbox")
    private Optional<String> pad;

    @Option(names = "--activation", paramLabel = "NAME", description = "none, softmax or sigmoid")
    private Optional<String> activation;

    @Option(names = "--threshold", paramLabel = "0..1", description = "least score of what is reported")
    private Optional<String> threshold;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "any other key of model.properties")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    @Override
    public Integer call() throws ForgeException {
        Packed packed = Packer.pack(request());
        PrintWriter out = spec.commandLine().getOut();
        packed.summary().forEach(out::println);
        out.println(
                "Move it to $LYNCEUS_DATA/deploy, or name a file there with -o: a running server takes it within seconds.");
        out.flush();
        return 0;
    }

    /** What the command line asks for. */
    private PackRequest request() throws ForgeException {
        Map<String, String> stated = new LinkedHashMap<>();
        for (Map.Entry<String, String> option : Options.KEYS.entrySet()) {
            OptionSpec known = spec.findOption(option.getKey());
            Optional<?> value = (Optional<?>) known.getValue();
            if (!option.getValue().equals(Recognition.SIZE) && value != null && value.isPresent()) {
                stated.put(
                        option.getValue(), checked(option.getKey(), value.get().toString()));
            }
        }
        stated.putAll(settings);
        return new PackRequest(
                role,
                files(),
                output,
                labels,
                labelVectors,
                size(),
                outputs == null ? List.of() : outputs,
                constants,
                stated);
    }

    private static String checked(String option, String value) throws ForgeException {
        return switch (option) {
            case "--mean", "--scale" -> Numbers.list(option, value);
            case "--logit-scale", "--logit-bias", "--threshold" -> Numbers.list(option, value);
            case "--color" -> oneOf(option, value.toUpperCase(Locale.ROOT), "RGB", "BGR", "GRAY");
            case "--layout" -> oneOf(option, value.toUpperCase(Locale.ROOT), "NCHW", "NHWC");
            default -> value.strip();
        };
    }

    private static String oneOf(String option, String value, String... known) throws ForgeException {
        if (!List.of(known).contains(value)) {
            throw new ForgeException(option + " is one of " + String.join(", ", known) + ", not " + value);
        }
        return value;
    }

    private Map<String, Path> files() throws ForgeException {
        Map<String, Path> byName = new LinkedHashMap<>();
        for (String file : files) {
            int equals = file.indexOf('=');
            try {
                if (equals > 0) {
                    byName.put(file.substring(0, equals), Path.of(file.substring(equals + 1)));
                } else {
                    byName.put(files.size() == 1 ? "" : Identity.id("", Path.of(file)), Path.of(file));
                }
            } catch (InvalidPathException e) {
                throw new ForgeException("'" + file + "' is no file name", e);
            }
        }
        for (String graph : byName.keySet()) {
            if (!graph.matches("[\\w-]*")) {
                throw new ForgeException("The graph name '" + graph + "' may have letters, digits, - and _ only");
            }
        }
        if (byName.size() != files.size()) {
            throw new ForgeException("Two files have the same name: --file NAME=FILE names their graphs");
        }
        return byName;
    }

    private Optional<List<Integer>> size() throws ForgeException {
        if (size.isEmpty()) {
            return Optional.empty();
        }
        if (!size.get().matches("\\d{1,4}x\\d{1,4}|\\d{1,4}")) {
            throw new ForgeException("--size is columns x rows, such as 640x480, not " + size.get());
        }
        List<Integer> sides =
                Arrays.stream(size.get().split("x")).map(Integer::valueOf).toList();
        if (sides.contains(0)) {
            throw new ForgeException("--size is above 0, not " + size.get());
        }
        return Optional.of(List.of(sides.get(0), sides.get(sides.size() - 1)));
    }
}
