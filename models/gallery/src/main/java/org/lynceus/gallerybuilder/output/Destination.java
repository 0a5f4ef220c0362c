package org.lynceus.gallerybuilder.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Where a gallery is written: a bundle, or a folder that gets a folder {@code gallery}. */
public final class Destination {
    private final Path path;
    private final boolean bundle;

    private Destination(Path path, boolean bundle) {
        this.path = path;
        this.bundle = bundle;
    }

    /**
     * Checks a place. What lies there already is replaced only when it is a gallery.
     *
     * @param out a bundle when it ends with {@code .jar}, else a folder
     * @throws IllegalArgumentException when nothing can be written there; the message is for the user
     */
    public static Destination of(Path out) {
        Path path = out.toAbsolutePath().normalize();
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder + " to write " + out + " into");
        }
        boolean bundle = path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
        if (bundle && Files.isDirectory(path)) {
            throw new IllegalArgumentException(out + " is a folder; a name that ends with .jar is that of a file");
        }
        if (bundle && Files.exists(path) && !isGallery(path)) {
            throw new IllegalArgumentException(out + " exists and is no gallery; name another file");
        }
        if (!bundle && Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException(
                    out + " is a file; a bundle's name ends with .jar, any other name is that of a folder");
        }
        Path inside = path.resolve(GalleryFiles.FOLDER);
        if (!bundle && Files.exists(inside) && !Files.exists(path.resolve(GalleryFiles.PROPERTIES))) {
            throw new IllegalArgumentException(inside + " exists and is no gallery; name another folder");
        }
        if (!Files.isWritable(Files.isDirectory(path) ? path : folder)) {
            throw new IllegalArgumentException(
                    "The folder " + (Files.isDirectory(path) ? path : folder) + " cannot be written");
        }
        return new Destination(path, bundle);
    }

    /** Whether it is a bundle, which a server installs. */
    public boolean bundle() {
        return bundle;
    }

    /** The file, or the folder that holds {@code gallery}. */
    public Path path() {
        return path;
    }

    /**
     * Writes a gallery. Whoever looks sees the whole of it or what was there before, or for an instant, where a folder is
     * replaced, nothing.
     *
     * @return its size in bytes
     * @throws IOException when it cannot be written; then nothing has changed
     */
    public long write(Gallery gallery) throws IOException {
        return bundle ? writeBundle(gallery) : writeFolder(gallery);
    }

    private long writeBundle(Gallery gallery) throws IOException {
        Path part = part(path);
        try {
            try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                GalleryJar.write(gallery, file);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return Files.size(path);
    }

    private long writeFolder(Gallery gallery) throws IOException {
        Files.createDirectories(path);
        Path target = path.resolve(GalleryFiles.FOLDER);
        Path part = part(target);
        Path old = target.resolveSibling(part.getFileName() + ".old");
        long size = 0;
        try {
            for (Map.Entry<String, Content> entry : GalleryFiles.of(gallery).entrySet()) {
                Path file = part.resolve(entry.getKey().substring(GalleryFiles.FOLDER.length()));
                Files.createDirectories(file.getParent());
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    entry.getValue().writeTo(out);
                }
                size += entry.getValue().size();
            }
            replace(target, part, old);
        } finally {
            remove(part);
        }
        remove(old);
        return size;
    }

    /** A folder cannot be moved over another one: the earlier one goes aside, and comes back when that fails. */
    private static void replace(Path target, Path successor, Path aside) throws IOException {
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(successor, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaced) {
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }

    private static Path part(Path of) {
        return of.resolveSibling(
                "." + of.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private static boolean isGallery(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(GalleryFiles.PROPERTIES) != null;
        } catch (IOException noZip) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
