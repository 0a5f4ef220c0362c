package org.lynceus.itests;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Pictures of coloured squares on black. */
final class ColourPictures {
    private final BufferedImage image;
    private final Graphics2D graphics;

    private ColourPictures(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
    }

    /** An empty picture. */
    static ColourPictures black(int width, int height) {
        return new ColourPictures(width, height);
    }

    /** A picture of one colour, as PNG. */
    static byte[] plain(Color color) {
        return black(160, 160).square(color, 0, 0, 160).png();
    }

    /** Adds a square. */
    ColourPictures square(Color color, int left, int top, int side) {
        graphics.setColor(color);
        graphics.fillRect(left, top, side, side);
        return this;
    }

    /** The file. */
    byte[] png() {
        return TestPictures.png(image);
    }
}
