package org.lynceus.forge;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.source.Folders;

/**
 * Runs a command of the forge for a build tool, in a process of its own: a failure must not end the tool's process, native
 * libraries must not stay in it, and ONNX Runtime reports its use over the network unless an environment variable forbids
 * it, which only a new process can be given.
 */
public final class BuildStep {
    private static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";

    private BuildStep() {}

    /**
     * Runs a command.
     *
     * @param arguments command and its parameters, as for {@link Forge}
     * @throws IllegalStateException when it failed; the reason has been printed
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // ONNX Runtime leaves an empty folder there for each run.
        Path temporary = Files.createTempDirectory("lynceus-forge");
        try {
            ProcessBuilder process = new ProcessBuilder(command(temporary, arguments)).inheritIO();
            process.environment().put(NO_TELEMETRY, "1");
            if (process.start().waitFor() != 0) {
                throw new IllegalStateException("The forge failed: see the message above");
            }
        } finally {
            Folders.delete(temporary);
        }
    }

    private static List<String> command(Path temporary, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath(),
                Forge.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The class path of this class: the build tool's loader for plugins, or that of the virtual machine. */
    private static String classPath() {
        if (!(BuildStep.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> entries = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                entries.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("class path entry " + url + " is no file", e);
            }
        }
        return String.join(System.getProperty("path.separator"), entries);
    }
}
