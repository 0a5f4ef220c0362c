package org.lynceus.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The vector that {@link OwnModels#arcFace()} must give for a face, computed from its definition: the picture is turned,
 * scaled and moved so that five points of the face come as near as can be to those of the ArcFace template, and the values
 * (p − 127.5) / 127.5 are averaged over tiles.
 */
final class AlignedColours {
    private static final double[][] TEMPLATE = {
        {38.2946, 51.6963}, {73.5318, 51.5014}, {56.0252, 71.7366}, {41.5493, 92.3655}, {70.7299, 92.2041}
    };
    private static final List<String> POINTS = List.of("eyeLeft", "eyeRight", "nose", "mouthLeft", "mouthRight");
    private static final int TILES = 4;
    private static final int TILE = 28;

    /** Ratios count from the edge of the first pixel, rows and columns from its middle. */
    private static final double HALF_PIXEL = 0.5;

    private AlignedColours() {}

    /**
     * The vector, of length 1.
     *
     * @param picture upright
     * @param alignment five points in ratios of the picture
     */
    static double[] vector(BufferedImage picture, JsonNode alignment) {
        double[] fit = fit(picture, alignment);
        double[] vector = new double[3 * TILES * TILES];
        for (int y = 0; y < TILES * TILE; y++) {
            for (int x = 0; x < TILES * TILE; x++) {
                double[] color = color(picture, fit[0] * x - fit[1] * y + fit[2], fit[1] * x + fit[0] * y + fit[3]);
                for (int channel = 0; channel < 3; channel++) {
                    vector[channel * TILES * TILES + y / TILE * TILES + x / TILE] += (color[channel] - 127.5) / 127.5;
                }
            }
        }
        double length = 0;
        for (double number : vector) {
            length += number * number;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= Math.sqrt(length);
        }
        return vector;
    }

    /** Least squares for x' = a x − b y + c, y' = b x + a y + d, from the template to the picture. */
    private static double[] fit(BufferedImage picture, JsonNode alignment) {
        double[] from = new double[2];
        double[] to = new double[2];
        double[][] points = new double[TEMPLATE.length][];
        for (int i = 0; i < points.length; i++) {
            JsonNode point = alignment.path(POINTS.get(i));
            points[i] = new double[] {
                point.path("x").asDouble() * picture.getWidth() - HALF_PIXEL,
                point.path("y").asDouble() * picture.getHeight() - HALF_PIXEL
            };
            for (int axis = 0; axis < 2; axis++) {
                from[axis] += TEMPLATE[i][axis] / points.length;
                to[axis] += points[i][axis] / points.length;
            }
        }
        // The exact fit of the other direction, turned round: aligned crops are defined by picture to template.
        double dot = 0;
        double cross = 0;
        double square = 0;
        for (int i = 0; i < points.length; i++) {
            double x = points[i][0] - to[0];
            double y = points[i][1] - to[1];
            double u = TEMPLATE[i][0] - from[0];
            double v = TEMPLATE[i][1] - from[1];
            dot += x * u + y * v;
            cross += x * v - y * u;
            square += x * x + y * y;
        }
        double a = dot / square;
        double b = cross / square;
        double scale = a * a + b * b;
        double c = a / scale;
        double d = -b / scale;
        return new double[] {c, d, to[0] - c * from[0] + d * from[1], to[1] - d * from[0] - c * from[1]};
    }

    /** Red, green and blue between pixels; black outside. */
    private static double[] color(BufferedImage picture, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double[] color = new double[3];
        for (int corner = 0; corner < 4; corner++) {
            int column = left + corner % 2;
            int row = top + corner / 2;
            if (column >= 0 && row >= 0 && column < picture.getWidth() && row < picture.getHeight()) {
                double weight = (corner % 2 == 0 ? left + 1 - x : x - left) * (corner / 2 == 0 ? top + 1 - y : y - top);
                int rgb = picture.getRGB(column, row);
                for (int channel = 0; channel < 3; channel++) {
                    color[channel] += weight * (rgb >> 8 * (2 - channel) & 0xFF);
                }
            }
        }
        return color;
    }
}
