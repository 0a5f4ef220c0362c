package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.evaluate.dataset.Identity.Kind;

/**
 * Folders of pictures, each named by a person's id or name in the gallery; the pictures of {@code strangers} show people
 * whom no gallery has.
 */
public final class ProbeFolders {
    /** The folder of those who must not be named. */
    public static final String STRANGERS = "strangers";

    private ProbeFolders() {}

    /**
     * Finds the pictures of all folders in a folder, or in its folder {@code images}.
     *
     * @return in the order of their names; empty when there is none
     * @throws ToolException when a picture lies in no such folder
     */
    public static List<Probe> read(Dataset dataset) throws ToolException {
        List<Probe> probes = new ArrayList<>();
        for (Path picture : dataset.pictures()) {
            Path path = dataset.path(picture);
            if (path.getNameCount() < 2) {
                throw new ToolException("The picture " + path + " lies in no folder that is named after a person or "
                        + STRANGERS + ", and " + dataset + " has no " + ProbeFile.NAME);
            }
            String folder = path.getName(0).toString();
            probes.add(new Probe(
                    picture,
                    path.toString(),
                    Optional.of(folder)
                            .filter(name -> !name.equalsIgnoreCase(STRANGERS))
                            .map(name -> new Identity(name, Kind.EITHER)),
                    Map.of()));
        }
        return probes;
    }
}
