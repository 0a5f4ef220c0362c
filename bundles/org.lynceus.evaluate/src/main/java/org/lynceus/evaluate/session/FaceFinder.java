package org.lynceus.evaluate.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.picture.Picture;
import org.lynceus.client.work.Workers;
import org.lynceus.evaluate.server.Detection;
import org.lynceus.evaluate.server.Server;

/** Lets the server find faces; no picture is sent twice for all attributes. For one thread. */
public final class FaceFinder {
    private final Server server;
    private final Workers workers;
    private final Map<Path, Found> complete = new HashMap<>();

    /** Creates it. */
    FaceFinder(Server server, Workers workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Finds the faces of pictures with boxes only, which costs least.
     *
     * @return what was found, by picture
     * @throws ToolException when the server does not answer
     */
    public Map<Path, Found> boxes(List<Path> pictures) throws ToolException {
        return find(pictures, false);
    }

    /**
     * Finds the faces of pictures with all their landmarks and attributes.
     *
     * @return what was found, by picture
     * @throws ToolException when the server does not answer
     */
    public Map<Path, Found> everything(List<Path> pictures) throws ToolException {
        List<Path> unknown = new ArrayList<>(new LinkedHashSet<>(pictures));
        unknown.removeAll(complete.keySet());
        complete.putAll(find(unknown, true));
        Map<Path, Found> wanted = new LinkedHashMap<>();
        pictures.forEach(picture -> wanted.put(picture, complete.get(picture)));
        return wanted;
    }

    private Map<Path, Found> find(List<Path> pictures, boolean all) throws ToolException {
        List<Found> found = workers.all("finding faces, pictures", pictures, file -> detect(file, all));
        Map<Path, Found> byPicture = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            byPicture.put(pictures.get(i), found.get(i));
        }
        return byPicture;
    }

    private Found detect(Path file, boolean all) throws ToolException {
        try {
            Picture picture = Picture.read(file);
            // The pixels are not kept: a folder may hold more than fits into memory.
            return new Found(Optional.of(picture.withoutBytes()), server.detect(picture.bytes(), all));
        } catch (IOException e) {
            return new Found(Optional.empty(), Detection.refused("unreadable: " + e.getMessage()));
        }
    }
}
