package org.lynceus.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One server: the distribution's own script with a data folder and free ports of its own. Thread-safe. */
public final class Lynceus implements AutoCloseable {
    private final Path home;
    private final Path data;
    private final int port;
    private final Map<String, String> environment;

    private Lynceus(Path home, Path data, int port, Map<String, String> environment) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.environment = Map.copyOf(environment);
    }

    /**
     * A server that is not started yet, with an empty data folder.
     *
     * @param name of its folder among the servers
     * @throws IOException when the distribution or the folder cannot be made ready
     */
    public static Lynceus create(String name) throws IOException {
        Path data = Distribution.scratch().resolve(name);
        FileTrees.delete(data);
        Files.createDirectories(data.resolve("etc"));
        int port = freePort();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("LYNCEUS_DATA", data.toString());
        environment.put("LYNCEUS_PORT", Integer.toString(port));
        environment.put("LYNCEUS_SSH_PORT", Integer.toString(freePort()));
        return new Lynceus(Distribution.home(), data, port, environment);
    }

    /** The same server from another copy of the distribution. */
    public Lynceus from(Path copy) {
        return new Lynceus(copy, data, port, environment);
    }

    /** The same server with one more variable in its environment. */
    public Lynceus with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        int listening = name.equals("LYNCEUS_PORT") ? Integer.parseInt(value) : port;
        return new Lynceus(home, data, listening, more);
    }

    /**
     * Writes one of the user's settings files.
     *
     * @param pid of the settings
     * @param lines {@code key = value}
     */
    public Lynceus setting(String pid, String... lines) throws IOException {
        Files.write(data.resolve("etc").resolve(pid + ".cfg"), Arrays.asList(lines));
        return this;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws IOException when it does not start
     */
    public Lynceus start() throws IOException {
        script("up").orThrow();
        return this;
    }

    /** Runs the script with these words. */
    public Command.Result script(String... words) throws IOException {
        return command(words).run();
    }

    /** The script with these words and this server's environment. */
    public Command command(String... words) {
        List<String> all = new ArrayList<>(List.of(home.resolve("bin/lynceus").toString()));
        all.addAll(List.of(words));
        return new Command(all, environment);
    }

    /**
     * Runs one command in the server's shell.
     *
     * @return what it printed, without colours
     * @throws IOException when it fails
     */
    public String shell(String command) throws IOException {
        return script("shell", command).orThrow().output().replaceAll("\u001B\\[[0-9;]*m", "");
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it listens, as a port of the loopback address. */
    public int port() {
        return port;
    }

    /** The folder of all that it writes. */
    public Path data() {
        return data;
    }

    /** Its process. */
    public ServerProcess process() throws IOException {
        return new ServerProcess(
                Long.parseLong(Files.readString(data.resolve("run/pid")).strip()));
    }

    /** Puts a file into a bucket of the folder of buckets. */
    public void store(String bucket, String key, byte[] content) throws IOException {
        Path file = data.resolve("buckets").resolve(bucket).resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** The lines of its log that tell of a mistake. */
    public List<String> errors() throws IOException {
        return Arrays.stream(script("logs").orThrow().output().split("\n"))
                .filter(line -> line.contains("| ERROR |"))
                .collect(Collectors.toList());
    }

    /** A port of the loopback address that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops it, if it runs. */
    @Override
    public void close() throws IOException {
        script("down").orThrow();
    }
}
