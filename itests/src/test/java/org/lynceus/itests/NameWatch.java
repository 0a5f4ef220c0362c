package org.lynceus.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Calls of RecognizeCelebrities with one photo, each answer looked at: every face is there, nobody is named who is
 * somebody else, and those are named who must be. Thread-safe.
 */
final class NameWatch implements Load.Call {
    private static final double SAME_PLACE = 0.9;
    private static final double LEAST_CONFIDENCE = 90;

    private final HttpCaller http;
    private final byte[] photo;
    private final Map<String, JsonNode> boxes;
    private volatile Set<String> always = Set.of();

    /**
     * Nobody must be named at first.
     *
     * @param photo file of the photo
     * @param boxes of all its faces as DetectFaces tells them, by the ids of the people
     */
    NameWatch(HttpCaller http, byte[] photo, Map<String, JsonNode> boxes) {
        this.http = http;
        this.photo = photo;
        this.boxes = Map.copyOf(boxes);
    }

    /** From now on these have to be named in every answer, and others may be. */
    void expect(String... ids) {
        always = Set.of(ids);
    }

    @Override
    public String run(int turn) throws IOException {
        Set<String> missing = new HashSet<>(always);
        Answer answer = http.recognizeCelebrities(photo);
        missing.retainAll(always);
        if (answer.status() != 200) {
            return answer.status() + " " + answer.text();
        }
        JsonNode named = answer.json().path("CelebrityFaces");
        int faces = named.size() + answer.json().path("UnrecognizedFaces").size();
        if (faces != boxes.size()) {
            return faces + " faces instead of " + boxes.size();
        }
        for (JsonNode celebrity : named) {
            if (!isRight(celebrity)) {
                return "wrong: " + celebrity;
            }
            missing.remove(celebrity.path("Id").asText());
        }
        return missing.isEmpty() ? "" : "not named: " + missing;
    }

    /**
     * Asks once.
     *
     * @return the names that are told, by id
     */
    Map<String, String> names() throws IOException {
        Map<String, String> names = new TreeMap<>();
        http.recognizeCelebrities(photo)
                .json()
                .path("CelebrityFaces")
                .forEach(celebrity -> names.put(
                        celebrity.path("Id").asText(), celebrity.path("Name").asText()));
        return names;
    }

    private boolean isRight(JsonNode celebrity) {
        JsonNode box = boxes.get(celebrity.path("Id").asText());
        double confidence = celebrity.path("MatchConfidence").asDouble();
        return box != null
                && FaceWire.overlap(FaceWire.box(celebrity.path("Face").path("BoundingBox")), FaceWire.box(box))
                        > SAME_PLACE
                && confidence >= LEAST_CONFIDENCE
                && confidence <= 100;
    }
}
