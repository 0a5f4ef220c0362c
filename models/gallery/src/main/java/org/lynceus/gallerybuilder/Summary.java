package org.lynceus.gallerybuilder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lynceus.gallerybuilder.output.Destination;
import org.lynceus.gallerybuilder.output.GalleryHead;
import org.lynceus.gallerybuilder.rules.Entries;

/** The last lines of a build. */
final class Summary {
    private Summary() {}

    /**
     * Writes them.
     *
     * @param named how many people the table names
     * @param size of the gallery in bytes
     */
    static List<String> lines(GalleryHead head, Entries entries, int named, Destination destination, long size) {
        List<String> lines = new ArrayList<>();
        int inside = entries.people().size();
        lines.add("Gallery " + head.id() + " " + head.version() + ": " + head.title());
        lines.add("  people       " + inside + (inside == named ? "" : " (" + (named - inside) + " left out)"));
        lines.add("  photos used  " + entries.photosUsed());
        lines.add("  encoders     " + String.join(", ", entries.vectors().keySet()));
        if (entries.lookAlike().isEmpty()) {
            lines.add("  look-alikes  not looked for: the server does not tell from which cosine people look alike");
        }
        lines.add("  written to   " + destination.path() + " (" + size(size) + ")");
        lines.add("");
        lines.add(next(destination));
        return lines;
    }

    private static String next(Destination destination) {
        Path path = destination.path();
        if (!destination.bundle()) {
            return "Next: make a bundle of the folder gallery in " + path + ".";
        }
        if (path.getParent().endsWith("deploy")) {
            return "The server of this folder takes it within a few seconds.";
        }
        return "Next: copy " + path.getFileName()
                + " into the folder deploy/ of the server's data folder; it is live a second later.";
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.0f KiB", Math.ceil(bytes / 1024.0))
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }
}
