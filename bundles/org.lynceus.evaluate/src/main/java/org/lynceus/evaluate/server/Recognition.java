package org.lynceus.evaluate.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.picture.Box;
import org.lynceus.client.server.Answer;

/**
 * An answer of RecognizeCelebrities.
 *
 * @param faces of the picture, those with a name first
 * @param refusal why the server, or this machine, could not read the picture
 */
public record Recognition(List<SearchedFace> faces, Optional<String> refusal) {
    private static final String BOX = "BoundingBox";

    /** Copies the list. */
    public Recognition {
        faces = List.copyOf(faces);
    }

    /** Of a picture that could not be read. */
    public static Recognition refused(String why) {
        return new Recognition(List.of(), Optional.of(why));
    }

    /** Reads the wire's answer. */
    static Recognition of(Answer answer) {
        if (!answer.ok()) {
            return refused(answer.error());
        }
        List<SearchedFace> faces = new ArrayList<>();
        for (JsonNode celebrity : answer.body().path("CelebrityFaces")) {
            Named named = new Named(
                    celebrity.path("Id").asText(),
                    celebrity.path("Name").asText(),
                    celebrity.path("MatchConfidence").asDouble());
            faces.add(new SearchedFace(Box.ofWire(celebrity.path("Face").path(BOX)), Optional.of(named)));
        }
        for (JsonNode face : answer.body().path("UnrecognizedFaces")) {
            faces.add(new SearchedFace(Box.ofWire(face.path(BOX)), Optional.empty()));
        }
        return new Recognition(faces, Optional.empty());
    }
}
