package org.lynceus.itests;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to run. Immutable.
 *
 * @param words the program and its arguments
 * @param environment variables over those of this process; a null value takes one away
 */
public record Command(List<String> words, Map<String, String> environment) {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Takes a copy of the words. */
    public Command {
        words = List.copyOf(words);
    }

    /** A program in the environment of this process. */
    public static Command of(List<String> words) {
        return new Command(words, Map.of());
    }

    /**
     * What a program left behind.
     *
     * @param words the program and its arguments
     * @param status exit status
     * @param output all that it wrote
     */
    public record Result(List<String> words, int status, String output) {
        /**
         * The result when it is a success.
         *
         * @throws IOException when it is not
         */
        public Result orThrow() throws IOException {
            if (status != 0) {
                throw new IOException(String.join(" ", words) + " ended with " + status + ": " + output);
            }
            return this;
        }
    }

    /** The same with one more variable; a null value takes it away. */
    public Command with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new Command(words, more);
    }

    /**
     * Runs it to its end, without input.
     *
     * @throws IOException when it cannot be started or does not end in time
     */
    public Result run() throws IOException {
        // Not a pipe: a program that goes on in the background would keep it open.
        Path output = Files.createTempFile(Distribution.scratch(), "output", ".txt");
        try {
            Process process = builder()
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", words) + " did not end: " + Files.readString(output));
            }
            return new Result(
                    words, process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).redirectInput(new File("/dev/null"));
        environment.forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }
}
