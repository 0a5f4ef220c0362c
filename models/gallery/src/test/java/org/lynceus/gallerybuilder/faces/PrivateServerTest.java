package org.lynceus.gallerybuilder.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.ToolException;

class PrivateServerTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void startsAServerWithAFreshFolderAndLeavesNothing() throws Exception {
        Path launcher = launcher("mkdir -p \"$LYNCEUS_DATA/run/deep\"; : >\"$LYNCEUS_DATA/run/deep/file\"");
        Path data;
        try (PrivateServer server = PrivateServer.start(launcher, new PrintWriter(err))) {
            List<String> words = calls();
            assertThat(words).hasSize(1);
            String[] call = words.get(0).split("\\|");
            data = Path.of(call[1]);
            assertThat(call[0]).isEqualTo("up");
            assertThat(data).isDirectory();
            assertThat(server.endpoint()).hasToString("http://127.0.0.1:" + call[2]);
            assertThat(call[3]).isEqualTo("off");
            assertThat(call[4]).isEqualTo("127.0.0.1");
        }

        assertThat(calls()).hasSize(2).last().asString().startsWith("down|" + data + "|");
        assertThat(data).doesNotExist();
        assertThat(err.toString()).contains("No server runs here: starting one for the build ...");
    }

    @Test
    void saysWhyTheServerDidNotStartAndLeavesNothing() throws Exception {
        Path launcher = launcher("case $1 in up) echo; echo 'lynceus: Java is missing.' >&2; exit 1 ;; esac");

        assertThatThrownBy(() -> PrivateServer.start(launcher, new PrintWriter(err)))
                .isInstanceOf(ToolException.class)
                .hasMessage("The server for the build did not start: Java is missing.");

        assertThat(calls()).extracting(call -> call.split("\\|")[0]).containsExactly("up", "down");
        assertThat(Path.of(calls().get(0).split("\\|")[1])).doesNotExist();
    }

    @Test
    void asksAgainWhenTheServerDoesNotStopAtOnce() throws Exception {
        Path launcher = launcher(
                "case $1 in down) [ -e '" + folder + "/once' ] || { : >'" + folder + "/once'; exit 1; } ;; esac");

        PrivateServer.start(launcher, new PrintWriter(err)).close();

        assertThat(calls()).extracting(call -> call.split("\\|")[0]).containsExactly("up", "down", "down");
    }

    @Test
    void closingTwiceStopsOnce() throws Exception {
        PrivateServer server = PrivateServer.start(launcher(""), new PrintWriter(err));

        server.close();
        server.close();

        assertThat(calls()).hasSize(2);
    }

    @Test
    void needsALauncher() {
        assertThatThrownBy(() -> PrivateServer.start(folder.resolve("none"), new PrintWriter(err)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("--endpoint");
    }

    private Path launcher(String more) throws IOException {
        Path script = folder.resolve("lynceus");
        Files.write(
                script,
                List.of(
                        "#!/bin/sh",
                        "echo \"$1|$LYNCEUS_DATA|$LYNCEUS_PORT|$LYNCEUS_SSH_PORT|$LYNCEUS_BIND\" >>'" + folder
                                + "/calls'",
                        more));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }
}
