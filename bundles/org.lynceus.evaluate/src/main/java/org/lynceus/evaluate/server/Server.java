package org.lynceus.evaluate.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Box;
import org.lynceus.client.server.Answer;
import org.lynceus.client.server.Transport;

/**
 * A running server, as its clients see it: operations of the wire protocol, and the analysis
 * {@code face-embedding}, which has no counterpart there. Requests are not signed. Thread-safe.
 */
public final class Server {
    private static final int NOT_FOUND = 404;

    private final Transport transport;

    /**
     * Creates it; nothing is sent yet.
     *
     * @param endpoint such as {@code http://127.0.0.1:8080}
     */
    public Server(URI endpoint) {
        this.transport = new Transport(endpoint);
    }

    /** Where it is. */
    public URI endpoint() {
        return transport.endpoint();
    }

    /**
     * Finds faces.
     *
     * @param picture JPEG or PNG
     * @param all whether every attribute and landmark is wanted instead of the default ones
     * @throws ToolException when nobody answers
     */
    public Detection detect(byte[] picture, boolean all) throws ToolException {
        Answer answer = transport.call(
                "DetectFaces", "{\"Image\":" + image(picture) + (all ? ",\"Attributes\":[\"ALL\"]}" : "}"));
        if (!answer.ok()) {
            return Detection.refused(answer.error());
        }
        List<DetectedFace> faces = new ArrayList<>();
        answer.body().path("FaceDetails").forEach(face -> faces.add(new DetectedFace(face)));
        JsonNode orientation = answer.body().path("OrientationCorrection");
        return new Detection(
                faces,
                orientation.isTextual() ? Optional.of(orientation.asText()) : Optional.empty(),
                Optional.empty());
    }

    /**
     * Compares the largest face of one picture with every face of another.
     *
     * @param source JPEG or PNG
     * @param target JPEG or PNG
     * @throws ToolException when nobody answers
     */
    public Comparison compare(byte[] source, byte[] target) throws ToolException {
        Answer answer = transport.call(
                "CompareFaces",
                "{\"SimilarityThreshold\":0,\"SourceImage\":" + image(source) + ",\"TargetImage\":" + image(target)
                        + "}");
        if (!answer.ok()) {
            return new Comparison(List.of(), Optional.of(answer.error()));
        }
        List<Match> matches = new ArrayList<>();
        for (JsonNode match : answer.body().path("FaceMatches")) {
            matches.add(new Match(
                    Box.ofWire(match.path("Face").path("BoundingBox")),
                    match.path("Similarity").asDouble()));
        }
        return new Comparison(matches, Optional.empty());
    }

    /**
     * Encodes the faces of a picture with the default encoder.
     *
     * @param picture JPEG or PNG
     * @throws ToolException when nobody answers, or the server has no encoder
     */
    public Embeddings embed(byte[] picture) throws ToolException {
        Answer answer = transport.post("/v1/detect/face-embedding", picture);
        if (answer.status() == NOT_FOUND) {
            throw new ToolException("The server at " + endpoint()
                    + " has no analysis face-embedding, which --all-pairs needs; GET /v1 lists what it has");
        }
        if (!answer.ok()) {
            return new Embeddings("", List.of(), Optional.of(answer.error()));
        }
        List<Embedding> faces = new ArrayList<>();
        for (JsonNode face : answer.body().path("faces")) {
            faces.add(new Embedding(Box.ofRest(face.path("box")), vector(face.path("embedding"))));
        }
        return new Embeddings(answer.body().path("model").path("encoder").asText(), faces, Optional.empty());
    }

    /**
     * Recognises people of the installed galleries.
     *
     * @param picture JPEG or PNG
     * @throws ToolException when nobody answers, or the server has no such operation
     */
    public Recognition recognize(byte[] picture) throws ToolException {
        return Recognition.of(transport.call("RecognizeCelebrities", "{\"Image\":" + image(picture) + "}"));
    }

    /**
     * Whether an installed gallery has a person.
     *
     * @param id of the person: letters and digits
     * @throws ToolException when nobody answers, or the server has no such operation
     */
    public boolean knows(String id) throws ToolException {
        return transport.call("GetCelebrityInfo", "{\"Id\":\"" + id + "\"}").ok();
    }

    /**
     * The models that are served, one line each: role, name and version; empty when the server does not tell.
     *
     * @throws ToolException when nobody answers
     */
    public List<String> models() throws ToolException {
        List<String> lines = new ArrayList<>();
        for (JsonNode model : transport.get("/v1/models").body().path("models")) {
            lines.add(model.path("role").asText() + " " + model.path("id").asText() + " "
                    + model.path("version").asText());
        }
        return lines;
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        Iterator<JsonNode> each = numbers.elements();
        for (int i = 0; i < vector.length; i++) {
            vector[i] = each.next().floatValue();
        }
        return vector;
    }

    private static String image(byte[] picture) {
        return "{\"Bytes\":\"" + Base64.getEncoder().encodeToString(picture) + "\"}";
    }
}
