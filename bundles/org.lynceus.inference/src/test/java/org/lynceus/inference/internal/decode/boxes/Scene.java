package org.lynceus.inference.internal.decode.boxes;

import org.lynceus.api.BoundingBox;
import org.lynceus.inference.internal.Picture;

/**
 * A picture of 640 × 320 pixels as an input of 64 × 64 shows it.
 *
 * @param fit how it is shown, as in {@code model.properties}
 * @param top row of the input that shows the picture's first row
 * @param scaleX pixels of the picture in a column of the input
 * @param scaleY pixels of the picture in a row of the input
 * @param picture to draw in
 */
public record Scene(String fit, int top, int scaleX, int scaleY, Picture picture) implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int TEN = 10;
    private static final int FIVE = 5;
    private static final int BORDER = 16;

    /** An empty scene. */
    public static Scene of(String fit) {
        Picture picture = new Picture(WIDTH, HEIGHT);
        return switch (fit) {
            case "stretch" -> new Scene(fit, 0, TEN, FIVE, picture);
            case "letterbox" -> new Scene(fit, BORDER, TEN, TEN, picture);
            case "letterbox-corner" -> new Scene(fit, 0, TEN, TEN, picture);
            default -> throw new IllegalArgumentException(fit);
        };
    }

    /** Draws a square of the input, given in pixels of the input below the picture's top, and says where it is. */
    public BoundingBox square(int x, int y, int side, int colour) {
        picture.fill(x * scaleX, y * scaleY, side * scaleX, side * scaleY, colour);
        return new BoundingBox(
                (float) (x * scaleX) / WIDTH,
                (float) (y * scaleY) / HEIGHT,
                (float) (side * scaleX) / WIDTH,
                (float) (side * scaleY) / HEIGHT);
    }

    @Override
    public void close() {
        picture.close();
    }
}
