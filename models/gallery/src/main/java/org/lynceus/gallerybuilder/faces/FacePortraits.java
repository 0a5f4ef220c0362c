package org.lynceus.gallerybuilder.faces;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lynceus.client.ToolException;
import org.lynceus.client.server.Answer;
import org.lynceus.client.server.Transport;

/** Asks a server for the analysis {@code face-portraits} of photos. Thread-safe. */
public final class FacePortraits {
    private static final String PATH = "/v1/detect/face-portraits";
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;
    /** A version becomes a file's name. */
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,127}");

    private final Transport transport;

    /**
     * Creates it; nothing is sent yet.
     *
     * @param transport to the server
     */
    public FacePortraits(Transport transport) {
        this.transport = transport;
    }

    /**
     * Asks for the faces of a photo.
     *
     * @param photo JPEG or PNG
     * @return also for a file that cannot be read and a picture that the server refuses
     * @throws ToolException when nobody answers, or the server has no such analysis
     */
    public Portrait ask(Path photo) throws ToolException {
        byte[] picture;
        try {
            picture = SentPhoto.read(photo);
        } catch (IOException e) {
            return Portrait.refused(e.getMessage() == null ? "cannot be read" : e.getMessage());
        }
        Answer answer = transport.post(PATH, picture);
        if (answer.status() == NOT_FOUND || answer.status() == NOT_IMPLEMENTED) {
            throw new ToolException("The server at " + transport.endpoint()
                    + " cannot describe portraits at present (" + answer.error()
                    + "); it needs the celebrities detector, a face detector and a face encoder");
        }
        return answer.ok() ? portrait(answer.body()) : Portrait.refused(answer.error());
    }

    private static Portrait portrait(JsonNode body) {
        List<String> encoders = new ArrayList<>();
        for (JsonNode version : body.path("encoders")) {
            if (VERSION.matcher(version.asText()).matches()) {
                encoders.add(version.asText());
            }
        }
        Map<String, Double> lookAlikes = new HashMap<>();
        body.path("lookAlike").properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                lookAlikes.put(field.getKey(), field.getValue().asDouble());
            }
        });
        List<PortraitFace> faces = new ArrayList<>();
        body.path("faces").forEach(face -> faces.add(face(face, encoders)));
        faces.sort(Comparator.comparingDouble(PortraitFace::area).reversed());
        // Only the largest is ever used, and thousands of pictures are held.
        faces.replaceAll(face -> face == faces.get(0) ? face : face.withoutVectors());
        return new Portrait(encoders, lookAlikes, faces, Optional.empty());
    }

    private static PortraitFace face(JsonNode face, List<String> encoders) {
        JsonNode box = face.path("box");
        List<String> reasons = new ArrayList<>();
        face.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        Map<String, float[]> vectors = new HashMap<>();
        for (String version : encoders) {
            vector(face.path("vectors").path(version)).ifPresent(vector -> vectors.put(version, vector));
        }
        return new PortraitFace(
                number(box.path("width")) * number(box.path("height")),
                number(face.path("pose").path("yaw")),
                number(face.path("quality").path("sharpness")),
                reasons,
                vectors);
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : 0;
    }

    /** Scaled to length 1; empty when it has no length. */
    private static Optional<float[]> vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        double squares = 0;
        Iterator<JsonNode> each = numbers.elements();
        for (int i = 0; i < vector.length; i++) {
            vector[i] = each.next().floatValue();
            squares += (double) vector[i] * vector[i];
        }
        double length = Math.sqrt(squares);
        if (length == 0 || !Double.isFinite(length)) {
            return Optional.empty();
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return Optional.of(vector);
    }
}
