package org.lynceus.packer.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.bundle.Labels;

/** The text files in the ZIP archive that is appended to a TensorFlow Lite file. */
final class AppendedLabels {
    /** A ZIP archive ends with a record of at least this length that begins with this mark. */
    private static final int END_LENGTH = 22;

    private static final byte[] END_MARK = {'P', 'K', 5, 6};

    private AppendedLabels() {}

    /** The lists by their names; empty when no archive is appended. */
    static Map<String, Labels> read(UserFile file) throws ForgeException {
        byte[] bytes = file.weights().main();
        Map<String, Labels> lists = new TreeMap<>();
        if (!hasArchive(bytes)) {
            return lists;
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getName().endsWith(".txt") && entry.getSize() > 0) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        lists.put(
                                entry.getName() + " inside the file",
                                Labels.parse(file.path() + ", " + entry.getName(), content.readAllBytes()));
                    }
                }
            }
        } catch (IOException e) {
            throw new ForgeException(
                    file.path() + ": the archive with names that is appended to it is damaged: " + e.getMessage(), e);
        }
        return lists;
    }

    private static boolean hasArchive(byte[] bytes) {
        for (int at = bytes.length - END_LENGTH; at >= 0 && at >= bytes.length - END_LENGTH - 0xffff; at--) {
            if (Arrays.equals(bytes, at, at + END_MARK.length, END_MARK, 0, END_MARK.length)) {
                return true;
            }
        }
        return false;
    }
}
