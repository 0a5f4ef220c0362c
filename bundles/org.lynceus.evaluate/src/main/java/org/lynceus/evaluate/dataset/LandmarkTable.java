package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.client.ToolException;
import org.lynceus.client.csv.Csv;
import org.lynceus.client.csv.Row;
import org.lynceus.evaluate.server.Point;

/** {@code landmarks.csv}: columns {@code image}, {@code p0x}, {@code p0y} … {@code p67x}, {@code p67y}; one row per face. */
final class LandmarkTable {
    private static final String IMAGE = "image";

    private LandmarkTable() {}

    /**
     * Reads it.
     *
     * @throws ToolException when a row is wrong or a picture missing
     */
    static void read(Path file, Dataset dataset, LandmarkTruth.Sink faces) throws ToolException {
        for (Row row : Csv.read(file).require(IMAGE).rows()) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < FacePoints.COUNT; i++) {
                points.add(new Point(row.number("p" + i + "x"), row.number("p" + i + "y")));
            }
            faces.add(dataset.picture(row, IMAGE), new FacePoints(points));
        }
    }
}
