package org.lynceus.inference.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model bundle's file in a watched folder. */
final class DroppedFile {
    private static final Logger LOG = LoggerFactory.getLogger(DroppedFile.class);

    private DroppedFile() {}

    /**
     * Says so when a bundle goes although its file is still there, but is no jar any more: whoever watches the folder takes
     * that for a deletion, without a word.
     *
     * @param location of a bundle that was uninstalled
     * @return whether there was something to say
     */
    static boolean complainWhenDamaged(String location) {
        if (!location.startsWith("file:")) {
            return false;
        }
        Path file = Path.of(URI.create(location));
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            new JarFile(file.toFile()).close();
            return false;
        } catch (IOException e) {
            LOG.error("{} is cut off or damaged ({}); its model is taken away", file, e.getMessage());
            return true;
        }
    }
}
