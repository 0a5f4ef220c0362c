package org.lynceus.forge.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lynceus.forge.ForgeException;

/** Downloads single files over HTTP, up to a size and within a time. Redirections are followed, but not from HTTPS to HTTP. */
public final class WebClient {
    private static final int OK = 200;

    private final Duration timeout;
    private final int limit;

    /** A client for model weights: 512 MiB at most, within ten minutes. */
    public WebClient() {
        this(Duration.ofMinutes(10), 512 << 20);
    }

    /**
     * A client with bounds of its own.
     *
     * @param timeout how long a download may take
     * @param limit how many bytes a file may have
     */
    public WebClient(Duration timeout, int limit) {
        this.timeout = timeout;
        this.limit = limit;
    }

    /**
     * Downloads a file.
     *
     * @param file where it is
     * @return its content, not verified
     * @throws UnavailableException when the address cannot be reached or has no such file
     * @throws ForgeException when the file is larger than allowed or is cut off
     */
    public byte[] download(WebFile file) throws ForgeException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout.compareTo(Duration.ofSeconds(20)) < 0 ? timeout : Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(file.address()).timeout(timeout).build();
        CompletableFuture<Body> answer =
                client.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(this::read);
        try {
            Body body = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return content(file, body);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UnavailableException(file + " took more than " + timeout.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new UnavailableException(file + " cannot be reached: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ForgeException("Interrupted while fetching " + file, e);
        }
    }

    /**
     * What came over the network.
     *
     * @param status the HTTP status
     * @param bytes the content, one byte more than the limit where it is larger
     * @param failure what ended the content before its end, otherwise empty
     */
    private record Body(int status, byte[] bytes, String failure) {}

    private Body read(HttpResponse<InputStream> response) {
        try (InputStream content = response.body()) {
            byte[] bytes = response.statusCode() == OK ? content.readNBytes(limit + 1) : new byte[0];
            return new Body(response.statusCode(), bytes, "");
        } catch (IOException e) {
            return new Body(response.statusCode(), new byte[0], String.valueOf(e.getMessage()));
        }
    }

    private byte[] content(WebFile file, Body body) throws ForgeException {
        if (body.status() != OK) {
            throw new UnavailableException(file + " cannot be had: HTTP status " + body.status());
        }
        if (!body.failure().isEmpty()) {
            throw new ForgeException(file + " is cut off: " + body.failure());
        }
        if (body.bytes().length > limit) {
            throw new ForgeException(file + " is larger than " + limit + " bytes");
        }
        return body.bytes();
    }
}
