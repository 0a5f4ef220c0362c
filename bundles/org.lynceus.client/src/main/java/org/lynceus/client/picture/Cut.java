package org.lynceus.client.picture;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Cuts an area out of a picture. */
final class Cut {
    private Cut() {}

    /**
     * Cuts.
     *
     * @param area in ratios, inside the picture
     */
    static BufferedImage of(BufferedImage picture, Box area) {
        // Whole pixels, so that nothing is blurred unless it is enlarged.
        long left = Math.round(area.left() * picture.getWidth());
        long top = Math.round(area.top() * picture.getHeight());
        double width = area.width() * picture.getWidth();
        double height = area.height() * picture.getHeight();
        double scale = Math.max(1, Picture.SHORTEST / Math.min(width, height));
        AffineTransform transform = AffineTransform.getScaleInstance(scale, scale);
        transform.translate(-left, -top);
        return Turn.draw(
                picture,
                Math.max(Picture.SHORTEST, (int) Math.round(scale * width)),
                Math.max(Picture.SHORTEST, (int) Math.round(scale * height)),
                transform);
    }
}
