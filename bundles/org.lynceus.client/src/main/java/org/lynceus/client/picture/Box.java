package org.lynceus.client.picture;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A box in a picture.
 *
 * @param left of its left side, as a ratio of the picture's width
 * @param top of its upper side, as a ratio of the picture's height
 * @param width as a ratio of the picture's width
 * @param height as a ratio of the picture's height
 */
public record Box(double left, double top, double width, double height) {
    /** Reads the wire's {@code BoundingBox}. */
    public static Box ofWire(JsonNode box) {
        return new Box(
                box.path("Left").asDouble(),
                box.path("Top").asDouble(),
                box.path("Width").asDouble(),
                box.path("Height").asDouble());
    }

    /** Reads the {@code box} of an analysis of the REST API. */
    public static Box ofRest(JsonNode box) {
        return new Box(
                box.path("left").asDouble(),
                box.path("top").asDouble(),
                box.path("width").asDouble(),
                box.path("height").asDouble());
    }

    /** Its area as a ratio of the picture's. */
    public double area() {
        return width * height;
    }

    /** The ratio x of its centre. */
    public double centreX() {
        return left + width / 2;
    }

    /** The ratio y of its centre. */
    public double centreY() {
        return top + height / 2;
    }

    /**
     * Intersection over union.
     *
     * @param other in the same picture
     * @return 0–1
     */
    public double iou(Box other) {
        double across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        double down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double both = across * down;
        return both / (area() + other.area() - both);
    }

    /**
     * The box in a picture turned by quarters.
     *
     * @param quarters how often the picture is turned clockwise by 90 degrees; negative: counter-clockwise
     */
    public Box turned(int quarters) {
        Box box = this;
        for (int i = Math.floorMod(quarters, 4); i > 0; i--) {
            box = new Box(1 - box.top - box.height, box.left, box.height, box.width);
        }
        return box;
    }

    /**
     * The box with a margin, inside the picture.
     *
     * @param ratio of the box's own width and height, added on each side
     */
    public Box widened(double ratio) {
        double fromX = Math.max(0, left - ratio * width);
        double fromY = Math.max(0, top - ratio * height);
        double toX = Math.min(1, left + width + ratio * width);
        double toY = Math.min(1, top + height + ratio * height);
        return new Box(fromX, fromY, toX - fromX, toY - fromY);
    }

    /**
     * The box as seen in a cut-out.
     *
     * @param cut area of the picture that is cut out
     */
    public Box within(Box cut) {
        return new Box(
                (left - cut.left) / cut.width, (top - cut.top) / cut.height, width / cut.width, height / cut.height);
    }
}
