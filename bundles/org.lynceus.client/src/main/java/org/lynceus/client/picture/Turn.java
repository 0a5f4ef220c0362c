package org.lynceus.client.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns and mirrors pixels without changing any. */
final class Turn {
    private Turn() {}

    /**
     * Turns a picture clockwise.
     *
     * @param quarters of 90 degrees; negative: counter-clockwise
     */
    static BufferedImage clockwise(BufferedImage picture, int quarters) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> draw(picture, height, width, new AffineTransform(0, 1, -1, 0, height, 0));
            case 2 -> draw(picture, width, height, new AffineTransform(-1, 0, 0, -1, width, height));
            case 3 -> draw(picture, height, width, new AffineTransform(0, -1, 1, 0, 0, width));
            default -> draw(picture, width, height, new AffineTransform());
        };
    }

    /**
     * Makes a stored picture upright.
     *
     * @param orientation Exif value 1 to 8 (Exif 2.32, tag 274)
     */
    static BufferedImage upright(BufferedImage stored, int orientation) {
        return switch (orientation) {
            case 2 -> mirrored(stored);
            case 3 -> clockwise(stored, 2);
            case 4 -> mirrored(clockwise(stored, 2));
            case 5 -> mirrored(clockwise(stored, 1));
            case 6 -> clockwise(stored, 1);
            case 7 -> mirrored(clockwise(stored, 3));
            case 8 -> clockwise(stored, 3);
            default -> clockwise(stored, 0);
        };
    }

    private static BufferedImage mirrored(BufferedImage picture) {
        int width = picture.getWidth();
        return draw(picture, width, picture.getHeight(), new AffineTransform(-1, 0, 0, 1, width, 0));
    }

    /** Draws the picture moved by a transformation, without transparency. */
    static BufferedImage draw(BufferedImage picture, int width, int height, AffineTransform transform) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, transform, null);
        graphics.dispose();
        return drawn;
    }
}
