package org.lynceus.storage.file.internal;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Opens files below a folder and never one that lies elsewhere.
 *
 * <p>Symbolic links are resolved first, and the result must lie in the same first-level folder as the path that was asked
 * for. That result, which has no links, is then opened name by name from an open folder to the next without following
 * links, so that a link that somebody puts in its place meanwhile is refused too.
 */
final class GuardedFolder {
    private final Path root;

    GuardedFolder(Path root) {
        this.root = root;
    }

    /**
     * Opens a regular file.
     *
     * @throws IOException when there is none, or it must not be read
     */
    SeekableByteChannel open(ObjectPath path) throws IOException {
        Path realRoot = root.toRealPath();
        Path bucket = realRoot.resolve(path.folders().get(0));
        Path asked = bucket;
        for (String folder : path.folders().subList(1, path.folders().size())) {
            asked = asked.resolve(folder);
        }
        Path real = asked.resolve(path.file()).toRealPath();
        if (!real.startsWith(bucket) || real.equals(bucket)) {
            throw new NoSuchFileException(real.toString(), null, "outside of its bucket");
        }
        return descend(realRoot, realRoot.relativize(real));
    }

    private static SeekableByteChannel descend(Path realRoot, Path relative) throws IOException {
        List<AutoCloseable> open = new ArrayList<>();
        try {
            DirectoryStream<Path> top = Files.newDirectoryStream(realRoot);
            open.add(top);
            if (!(top instanceof SecureDirectoryStream<Path> folder)) {
                return openFile(realRoot.resolve(relative));
            }
            SecureDirectoryStream<Path> current = folder;
            for (int i = 0; i < relative.getNameCount() - 1; i++) {
                current = current.newDirectoryStream(relative.getName(i), LinkOption.NOFOLLOW_LINKS);
                open.add(current);
            }
            return openFile(current, relative.getFileName());
        } finally {
            close(open);
        }
    }

    private static SeekableByteChannel openFile(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        BasicFileAttributeView view =
                folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        requireFile(view.readAttributes(), name);
        return folder.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Where the platform cannot open relative to a folder. */
    private static SeekableByteChannel openFile(Path file) throws IOException {
        requireFile(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), file);
        return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Opening a named pipe or a device could block for ever. */
    private static void requireFile(BasicFileAttributes attributes, Path file) throws NoSuchFileException {
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString(), null, "not a regular file");
        }
    }

    private static void close(List<AutoCloseable> folders) throws IOException {
        for (int i = folders.size() - 1; i >= 0; i--) {
            try {
                folders.get(i).close();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
