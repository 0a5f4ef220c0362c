package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The script that starts, stops and inspects a server. */
@ExtendWith(RunningLynceus.class)
class ScriptIT {
    @Test
    void aServerLivesByItsScript() throws Exception {
        Path copy = readOnlyCopy();
        try (Lynceus server = Lynceus.create("script").from(copy)) {
            server.setting("org.lynceus.rest", "max.body.bytes = 1000");
            assertThat(server.script("status").status()).isEqualTo(3);
            Map<Path, Long> shipped = snapshot(copy);

            Command.Result up = server.script("up").orThrow();

            assertThat(up.output())
                    .contains("Lynceus is ready at " + server.endpoint())
                    .contains("curl");
            assertThat(server.script("status").orThrow().output()).contains("ready at " + server.endpoint());
            assertThat(new HttpCaller(server.endpoint())
                            .operation("DetectFaces", new byte[2000])
                            .status())
                    .as("the user's setting holds")
                    .isEqualTo(413);

            Command.Result second = server.script("up");
            assertThat(second.status()).isNotZero();
            assertThat(second.output()).contains("in use by a running server");
            assertThat(server.script("status").status()).isZero();

            assertThat(server.script("down").orThrow().output()).contains("Lynceus is down.");
            assertThat(server.script("status").status()).isEqualTo(3);
            assertThat(snapshot(copy)).isEqualTo(shipped);
        } finally {
            Command.of(List.of("chmod", "-R", "u+w", copy.toString())).run().orThrow();
        }
    }

    @Test
    void aTakenPortIsToldBeforeTheStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Command.Result up = Lynceus.create("taken")
                    .with("LYNCEUS_PORT", Integer.toString(taken.getLocalPort()))
                    .script("up");

            assertThat(up.status()).isNotZero();
            assertThat(up.output()).contains("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void neitherCurlNorWgetIsNeeded() throws Exception {
        Lynceus server = Lynceus.create("bare").with("PATH", programsWithout(Set.of("curl", "wget")));
        try {
            Command.Result up = server.script("up");
            assertThat(up.status()).as(up.output()).isZero();
            assertThat(up.output()).contains("is ready");
            Command.Result status = server.script("status");
            assertThat(status.status()).as(status.output()).isZero();
        } finally {
            server.script("down").orThrow();
        }
        assertThat(server.script("status").status()).isEqualTo(3);
    }

    /** A folder with links to all programs of this machine but some. */
    private static String programsWithout(Set<String> missing) throws IOException {
        Path folder = Files.createDirectories(Distribution.scratch().resolve("programs"));
        for (String place : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> programs = Files.list(Path.of(place))) {
                    for (Path program : programs.toList()) {
                        Path link = folder.resolve(program.getFileName());
                        if (!missing.contains(program.getFileName().toString())
                                && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                            Files.createSymbolicLink(link, program);
                        }
                    }
                }
            }
        }
        return folder.toString();
    }

    @Test
    void otherMachinesAreKeptOutUnlessTheModeIsOpen() throws Exception {
        Command.Result up =
                Lynceus.create("bind").with("LYNCEUS_BIND", "0.0.0.0").script("up");

        assertThat(up.status()).isNotZero();
        assertThat(up.output()).contains("LYNCEUS_BIND is 0.0.0.0").contains("LYNCEUS_SECURITY_MODE=open");
    }

    @Test
    void nonsenseIsRefused() throws Exception {
        Lynceus server = Lynceus.create("nonsense");

        assertThat(server.script("dance").status()).isNotZero();
        assertThat(server.with("LYNCEUS_PORT", "80000").script("up").output()).contains("from 1 to 65535");
        assertThat(server.script("down").status()).isZero();
    }

    @Test
    void theShellListsModelsAndDetectors(Lynceus server) throws Exception {
        assertThat(server.shell("lynceus:models"))
                .contains(
                        "face-detection",
                        "ultraface",
                        "face-verification",
                        "face-mesh",
                        "face-embedding",
                        "warm",
                        "MIT");
        assertThat(server.shell("lynceus:detectors")).contains("faces", "org.lynceus.detector.faces", "registered");
    }

    @Test
    void itNeedsNeitherANetworkNorAHome() throws Exception {
        Path empty = Files.createDirectories(Distribution.scratch().resolve("home"));
        Lynceus server = Lynceus.create("offline").with("HOME", empty.toString());
        String inside =
                "ip link set lo up && " + server.command("up").words().get(0) + " up && curl -s -f --data-binary @"
                        + photo(server) + " " + server.endpoint() + "/v1/faces; status=$?; "
                        + server.command("down").words().get(0) + " down; exit $status";
        List<String> lonely = List.of("unshare", "-n", "sh", "-c", inside);
        assumeTrue(mayIsolate(), "network namespaces are not permitted here");

        Command.Result result = new Command(lonely, server.command("up").environment()).run();

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("\"FaceDetails\":[{");
        assertThat(FileTrees.files(empty)).isEmpty();
    }

    private static boolean mayIsolate() throws IOException {
        try {
            return Command.of(List.of("unshare", "-n", "sh", "-c", "ip link set lo up"))
                            .run()
                            .status()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path photo(Lynceus server) throws IOException {
        return Files.write(server.data().resolve("photo.jpg"), TestPictures.bytes("sample1.jpg"));
    }

    private static Path readOnlyCopy() throws IOException {
        Path folder = Distribution.scratch().resolve("copy");
        if (Files.exists(folder)) {
            Command.of(List.of("chmod", "-R", "u+w", folder.toString())).run().orThrow();
            FileTrees.delete(folder);
        }
        Path copy = Distribution.unpackTo(folder);
        Command.of(List.of("chmod", "-R", "a-w", copy.toString())).run().orThrow();
        return copy;
    }

    private static Map<Path, Long> snapshot(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<Path> all = files.collect(Collectors.toSet());
            return all.stream()
                    .collect(
                            Collectors.toMap(file -> file, file -> file.toFile().lastModified()));
        }
    }
}
