package org.lynceus.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.client.ToolException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

class CommandFrameTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "tool")
    static final class Tool implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().getOut().println("usage: " + spec.qualifiedName() + " <command>");
            return 0;
        }
    }

    @Command(name = "ask")
    static final class Ask implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters
        private String what;

        @Mixin
        private EndpointOption endpoint;

        @Mixin
        private ParallelOption parallel;

        @Override
        public Integer call() throws ToolException {
            switch (what) {
                case "nothing" -> throw new ToolException("There is nothing to ask");
                case "defect" -> throw new IllegalStateException("unexpected");
                default -> {
                    spec.commandLine()
                            .getOut()
                            .println(what + " " + endpoint.named() + " " + endpoint.uri() + " " + parallel.count());
                    return 0;
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "-h", "--help"})
    void withoutACommandItTellsItsUsage(String argument) {
        assertThat(argument.isEmpty() ? run() : run(argument)).isZero();
        assertThat(out.toString()).startsWith("usage: lynceus tool <command>");
    }

    @Test
    void runsACommand() {
        assertThat(run("ask", "it", "--endpoint", "http://there:1", "--parallel", "3"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("it true http://there:1 3");
    }

    @Test
    void withoutOptionsTheServerOfThisMachineIsAsked() {
        assertThat(run("ask", "it")).isZero();
        assertThat(out.toString()).startsWith("it false http://127.0.0.1:8080 ");
    }

    @Test
    void aFailureIsOneLine() {
        assertThat(run("ask", "nothing")).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("lynceus: There is nothing to ask");
    }

    @Test
    void aDefectIsPrintedInFull() {
        assertThat(run("ask", "defect")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("java.lang.IllegalStateException: unexpected")
                .contains("\tat ");
    }

    @Test
    void mistakesEndWithTwo() {
        assertThat(run("ask")).isEqualTo(2);
        assertThat(run("ask", "it", "--endpoint", "localhost")).isEqualTo(2);
        assertThat(run("ask", "it", "--endpoint", "http://a b")).isEqualTo(2);
        assertThat(run("ask", "it", "--parallel", "0")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(4)
                .allMatch(line ->
                        line.startsWith("lynceus: ") && line.endsWith("; 'lynceus tool ask --help' tells more."))
                .anyMatch(line -> line.contains("'localhost' is no address such as http://127.0.0.1:8080"))
                .anyMatch(line -> line.contains("--parallel is at least 1, not 0"));
    }

    private int run(String... arguments) {
        return new CommandFrame("tool", new Tool(), new Ask())
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
