package org.lynceus.itests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One connection to a server, byte by byte. */
final class RawHttp implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /**
     * The head of an answer and the body that its Content-Length tells.
     *
     * @param status HTTP status
     * @param headers by name in lower case
     * @param body text
     */
    record Reply(int status, Map<String, String> headers, String body) {}

    /** Sends the head of an operation's request: the headers that every one has, and these lines. */
    RawHttp head(String operation, String... headers) throws IOException {
        return send("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: RekognitionService." + operation + "\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n");
    }

    RawHttp send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawHttp send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends bytes as one chunk; none ends the body. */
    RawHttp chunk(byte[] bytes) throws IOException {
        return send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
    }

    /** Ends what this side sends. */
    RawHttp finish() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Reply receive() throws IOException {
        String[] first = line().split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] pair = line.split(":", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Reply(
                Integer.parseInt(first[1]), headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended after '" + line + "'");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
