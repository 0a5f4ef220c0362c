package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.client.ToolException;

/**
 * Faces with 68 points by picture, from all files of a folder that hold such: {@code *.pts}, {@code landmarks.csv} and
 * {@code *landmarks*.xml}, in the folder or in its folder {@code landmarks}.
 */
public final class LandmarkTruth {
    private LandmarkTruth() {}

    /**
     * Reads all files.
     *
     * @return no entry when there is no such file
     * @throws ToolException when a file is broken or a picture missing
     */
    public static Map<Path, List<FacePoints>> read(Dataset dataset) throws ToolException {
        Map<Path, List<FacePoints>> faces = new LinkedHashMap<>();
        for (Path file : dataset.landmarkFiles("*.pts")) {
            String name = file.getFileName().toString();
            String stem = name.substring(0, name.length() - ".pts".length());
            Path picture =
                    dataset.pictureOf(stem).orElseThrow(() -> new ToolException("There is no picture for " + file));
            add(faces, picture, PtsFile.read(file));
        }
        for (Path file : dataset.landmarkFiles("landmarks.csv")) {
            LandmarkTable.read(file, dataset, (picture, points) -> add(faces, picture, points));
        }
        for (Path file : dataset.landmarkFiles("*landmarks*.xml")) {
            ImglabFile.read(file, dataset, (picture, points) -> add(faces, picture, points));
        }
        return faces;
    }

    private static void add(Map<Path, List<FacePoints>> faces, Path picture, FacePoints points) {
        faces.computeIfAbsent(picture, p -> new ArrayList<>()).add(points);
    }

    /** Takes the faces of a file. */
    @FunctionalInterface
    interface Sink {
        /** Takes one face. */
        void add(Path picture, FacePoints points);
    }
}
