package org.lynceus.evaluate.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.picture.Box;

/** A face of a DetectFaces answer. Immutable. */
public final class DetectedFace {
    private final JsonNode face;

    /** Wraps the wire's {@code FaceDetail}. */
    DetectedFace(JsonNode face) {
        this.face = face;
    }

    /** Where it is. */
    public Box box() {
        return Box.ofWire(face.path("BoundingBox"));
    }

    /** Landmarks by the wire's names, in ratios of the picture's width and height. */
    public Map<String, Point> landmarks() {
        Map<String, Point> points = new LinkedHashMap<>();
        for (JsonNode landmark : face.path("Landmarks")) {
            points.put(
                    landmark.path("Type").asText(),
                    new Point(landmark.path("X").asDouble(), landmark.path("Y").asDouble()));
        }
        return points;
    }

    /** Whether it looks at the camera: yaw and pitch, as estimated, within the angle in degrees. */
    public boolean frontal(double degrees) {
        JsonNode pose = face.path("Pose");
        return Math.abs(pose.path("Yaw").asDouble()) <= degrees
                && Math.abs(pose.path("Pitch").asDouble()) <= degrees;
    }

    /**
     * An attribute with two values.
     *
     * @param member the wire's name, such as {@code Smile}
     * @param positive text of the value that counts as true, such as {@code true} or {@code Male}
     * @return empty when the server does not report it
     */
    public Optional<Reported> attribute(String member, String positive) {
        JsonNode node = face.path(member);
        if (!node.has("Value")) {
            return Optional.empty();
        }
        boolean value = node.get("Value").asText().equalsIgnoreCase(positive);
        return Optional.of(new Reported(value, node.path("Confidence").asDouble()));
    }

    /** The age; empty when the server does not report it. */
    public Optional<AgeRange> age() {
        JsonNode range = face.path("AgeRange");
        return range.has("Low") && range.has("High")
                ? Optional.of(
                        new AgeRange(range.get("Low").asInt(), range.get("High").asInt()))
                : Optional.empty();
    }

    /** Confidences 0–100 of the emotions by the wire's names; empty when the server does not report them. */
    public Map<String, Double> emotions() {
        Map<String, Double> confidences = new LinkedHashMap<>();
        for (JsonNode emotion : face.path("Emotions")) {
            confidences.put(
                    emotion.path("Type").asText(), emotion.path("Confidence").asDouble());
        }
        return confidences;
    }
}
