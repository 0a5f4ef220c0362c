package org.lynceus.gallerybuilder.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.lynceus.client.ToolException;

/**
 * The pictures of a folder and of the folders in it. Hidden files are none.
 *
 * @param root the folder
 * @param pictures relative to it, with {@code /}, sorted
 */
record PhotoFolder(Path root, List<String> pictures) {
    private static final Set<String> READABLE = Set.of("jpg", "jpeg", "jpe", "jfif", "png");
    private static final Set<String> OTHERS =
            Set.of("heic", "heif", "webp", "gif", "bmp", "tif", "tiff", "avif", "jxl", "jp2", "dng", "cr2", "nef");
    private static final int DEPTH = 8;
    private static final int MOST = 1_000_000;
    private static final String MAC_FOLDER = "__MACOSX/";

    /**
     * Lists a folder.
     *
     * @throws ToolException when it cannot be read
     */
    static PhotoFolder of(Path root) throws ToolException {
        // A link to a folder is followed here, not below, where it may lead back.
        try (Stream<Path> files = Files.walk(root.toRealPath(), DEPTH)) {
            Path real = root.toRealPath();
            List<String> pictures = files.map(
                            path -> real.relativize(path).toString().replace('\\', '/'))
                    .filter(PhotoFolder::isPicture)
                    .filter(name -> Files.isRegularFile(real.resolve(name)))
                    .limit(MOST + 1L)
                    .sorted()
                    .toList();
            if (pictures.size() > MOST) {
                throw new ToolException("The folder " + root + " holds more than " + MOST + " pictures");
            }
            return new PhotoFolder(root, pictures);
        } catch (IOException | UncheckedIOException e) {
            throw new ToolException("The folder " + root + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Where a picture of this folder lies. */
    Path path(String picture) {
        return root.resolve(picture);
    }

    /** Whether a file's name says that it is JPEG or PNG. */
    static boolean readable(String name) {
        return READABLE.contains(extension(name));
    }

    private static boolean isPicture(String name) {
        boolean hidden = name.startsWith(".") || name.contains("/.") || name.startsWith(MAC_FOLDER);
        return !hidden && (readable(name) || OTHERS.contains(extension(name)));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
