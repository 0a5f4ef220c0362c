package org.lynceus.gallerybuilder.faces;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.lynceus.client.ToolException;

/**
 * A server of one's own for the time of a build: on a free port of this machine, with an empty data folder. It ends with
 * {@link #close()}, and at the latest with the process. Thread-safe.
 */
public final class PrivateServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 300;
    private static final int STOP_TRIES = 5;
    private static final String STOPPED = "The command was stopped";

    private final Path launcher;
    private final DataFolder data;
    private final int port;
    private final PrintWriter err;
    private final Thread atExit = new Thread(this::stop, "stop-private-server");
    private Process starting;
    private boolean stopped;
    private volatile boolean stopping;

    private PrivateServer(Path launcher, DataFolder data, int port, PrintWriter err) {
        this.err = err;
        this.launcher = launcher;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param launcher {@code bin/lynceus} of a distribution
     * @param err is told
     * @throws ToolException when it does not start; then nothing of it is left
     */
    public static PrivateServer start(Path launcher, PrintWriter err) throws ToolException {
        if (!Files.isExecutable(launcher)) {
            throw new ToolException("No server runs here, and there is no " + launcher
                    + " to start one; start a server or name its address with --endpoint");
        }
        err.println("No server runs here: starting one for the build ...");
        err.flush();
        PrivateServer server;
        try {
            server = new PrivateServer(launcher, DataFolder.create(), freePort(), err);
        } catch (IOException e) {
            throw new ToolException("No server can be started for the build (" + e.getMessage() + ")", e);
        }
        Runtime.getRuntime().addShutdownHook(server.atExit);
        try {
            server.up();
            return server;
        } catch (ToolException e) {
            server.close();
            throw e;
        }
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * What to tell of a failure while the server ran: when the server was stopped meanwhile, that is the reason.
     *
     * @param failure of a request
     */
    public ToolException reason(ToolException failure) {
        return stopping ? new ToolException(STOPPED, failure) : failure;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // The thread has run or finds everything done.
            return;
        }
    }

    private void up() throws ToolException {
        try {
            Process process;
            synchronized (this) {
                if (stopped) {
                    throw new ToolException(STOPPED);
                }
                process = launch("up");
                starting = process;
            }
            int status = process.waitFor();
            if (stopping) {
                throw new ToolException(STOPPED);
            }
            if (status != 0) {
                throw new ToolException("The server for the build did not start: " + data.lastWords());
            }
        } catch (IOException e) {
            throw new ToolException("No server can be started with " + launcher + " (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException(STOPPED, e);
        }
    }

    private Process launch(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), command);
        builder.environment().put("LYNCEUS_DATA", data.path().toString());
        builder.environment().put("LYNCEUS_PORT", String.valueOf(port));
        builder.environment().put("LYNCEUS_BIND", "127.0.0.1");
        builder.environment().put("LYNCEUS_SSH_PORT", "off");
        builder.environment().put("LYNCEUS_SECURITY_MODE", "loopback");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(data.log()).start();
        process.getOutputStream().close();
        return process;
    }

    private void stop() {
        stopping = true;
        stopOnce();
    }

    private synchronized void stopOnce() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            if (starting != null) {
                starting.destroy();
                starting.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                down();
            }
            data.remove();
        } catch (IOException e) {
            err.println("lynceus: The folder " + data + " of the server for the build is left over (" + e.getMessage()
                    + ")");
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server that was only just started may not have noted its process yet; then it is asked again. */
    private void down() throws IOException, InterruptedException {
        for (int tries = 0; tries < STOP_TRIES; tries++) {
            Process process = launch("down");
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IOException("it does not stop: " + data.lastWords());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
