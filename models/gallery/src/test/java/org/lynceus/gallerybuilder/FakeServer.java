package org.lynceus.gallerybuilder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** A server that knows pictures of one colour and the faces that are said to be in them. */
public final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<Integer, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String lookAlike = "\"lookAlike\":{\"best-1\":0.6,\"other-2\":0.9},";
    private int colours;

    public FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/detect/face-portraits", this::answer);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many pictures it was asked about. */
    public int asked() {
        return asked.get();
    }

    /** Answers without the field from now on. */
    public void knowsNoLookAlikes() {
        lookAlike = "";
    }

    /** Has no such analysis from now on. */
    public void forgetsPortraits() {
        server.removeContext("/v1/detect/face-portraits");
    }

    /** Writes a picture in which the server finds some faces. */
    public Path photo(Path file, String... faces) throws IOException {
        colours++;
        Color colour = new Color((colours % 8) * 32, (colours / 8 % 8) * 32, (colours / 64 % 8) * 32);
        answers.put(key(colour.getRGB()), String.join(",", faces));
        BufferedImage picture = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[96 * 96];
        Arrays.fill(pixels, colour.getRGB());
        picture.setRGB(0, 0, 96, 96, pixels, 0, 96);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, file.toString().endsWith("png") ? "png" : "jpg", file.toFile());
        return file;
    }

    /** A sharp frontal face that two encoders turn into vectors; the second encoder sees the vector doubled and longer. */
    public static String face(double... vector) {
        return face(0.3, 100, 0, List.of(), vector);
    }

    /** A face with a box of some side. */
    public static String face(double side, double sharpness, double yaw, List<String> reasons, double... vector) {
        String numbers = Arrays.stream(vector).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "{\"box\":{\"left\":0,\"top\":0,\"width\":%f,\"height\":%f},\"confidence\":99.9,"
                        + "\"pose\":{\"yaw\":%f,\"pitch\":0,\"roll\":0},"
                        + "\"quality\":{\"brightness\":80,\"sharpness\":%f},\"occluded\":null,\"reasons\":[%s],"
                        + "\"vectors\":{\"best-1\":[%s],\"other-2\":[%s,3]}}",
                side,
                side,
                yaw,
                sharpness,
                reasons.stream().map(r -> "\"" + r + "\"").collect(Collectors.joining(",")),
                numbers,
                numbers);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(exchange.getRequestBody().readAllBytes()));
        String faces = picture == null ? null : answers.get(key(picture.getRGB(48, 48)));
        byte[] body = (faces == null
                        ? "{\"__type\":\"InvalidImageFormatException\",\"message\":\"No such picture\"}"
                        : "{\"encoders\":[\"best-1\",\"other-2\"],\"width\":96,\"height\":96," + lookAlike
                                + "\"faces\":[" + faces + "]}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(faces == null ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** JPEG changes colours a little. */
    private static int key(int rgb) {
        Color colour = new Color(rgb);
        return (colour.getRed() + 8) / 32 << 16 | (colour.getGreen() + 8) / 32 << 8 | (colour.getBlue() + 8) / 32;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
