package org.lynceus.evaluate.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.client.ToolException;
import org.lynceus.evaluate.server.Point;

/** A file of iBUG's 300-W: a header of {@code key: value} lines, then the points of one face, one per line, in braces. */
final class PtsFile {
    private PtsFile() {}

    /**
     * Reads it.
     *
     * @throws ToolException when it cannot be read or does not hold 68 points
     */
    static FacePoints read(Path file) throws ToolException {
        List<String> lines = lines(file);
        List<Point> points = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals("{")) {
                inside = true;
            } else if (line.equals("}")) {
                break;
            } else if (inside && !line.isEmpty()) {
                points.add(point(file, i + 1, line));
            }
        }
        if (points.size() != FacePoints.COUNT) {
            throw new ToolException(file + " holds " + points.size() + " points instead of " + FacePoints.COUNT);
        }
        return new FacePoints(points);
    }

    private static List<String> lines(Path file) throws ToolException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new ToolException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Point point(Path file, int line, String text) throws ToolException {
        String[] numbers = text.split("\\s+");
        try {
            if (numbers.length == 2) {
                return new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            }
        } catch (NumberFormatException e) {
            throw new ToolException(file + ", line " + line + ": '" + text + "' are not two numbers", e);
        }
        throw new ToolException(file + ", line " + line + ": '" + text + "' are not two numbers");
    }
}
