package org.lynceus.packer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.bundle.Labels;

/** The names of the classes of COCO, which public detectors have when they say nothing else. */
public final class CocoLabels {
    private static final int THINGS = 80;
    private static final int IDS = 91;

    private CocoLabels() {}

    /**
     * The list for a number of classes.
     *
     * @param classes 80 (numbered without gaps) or 91 (numbered by the ids of the data set, from 0)
     * @return the list; empty for any other number
     */
    public static Optional<Labels> of(int classes) {
        return switch (classes) {
            case THINGS -> Optional.of(read("coco-80.txt"));
            case IDS -> Optional.of(read("coco-91.txt"));
            default -> Optional.empty();
        };
    }

    private static Labels read(String name) {
        try (InputStream content = CocoLabels.class.getResourceAsStream(name)) {
            return Labels.parse(name, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is missing", e);
        } catch (ForgeException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
