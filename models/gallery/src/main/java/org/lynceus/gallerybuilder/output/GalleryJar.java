package org.lynceus.gallerybuilder.output;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a gallery as a bundle without code. Entries are stored uncompressed, sorted and with a fixed time: the same
 * gallery is the same file on every machine.
 */
final class GalleryJar {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private GalleryJar() {}

    /**
     * Writes it.
     *
     * @throws IOException when it cannot be written
     */
    static void write(Gallery gallery, OutputStream file) throws IOException {
        // Not closed, that is the caller's part.
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(file, 1 << 16));
        zip.setMethod(ZipOutputStream.STORED);
        put(zip, JarFile.MANIFEST_NAME, Content.of(manifest(gallery.head())));
        for (Map.Entry<String, Content> entry : GalleryFiles.of(gallery).entrySet()) {
            put(zip, entry.getKey(), entry.getValue());
        }
        zip.finish();
        zip.flush();
    }

    private static void put(ZipOutputStream zip, String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(content.size());
        entry.setCompressedSize(content.size());
        entry.setCrc(content.crc32());
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static byte[] manifest(GalleryHead head) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.lynceus.gallery." + head.id());
        main.putValue("Bundle-Version", head.version());
        main.putValue("Bundle-Name", head.title());
        head.licence().ifPresent(licence -> main.putValue("Bundle-License", licence));
        main.putValue(
                "Provide-Capability",
                "lynceus.gallery;lynceus.gallery=\"" + head.id() + "\";version:Version=\"" + head.version()
                        + "\";effective:=active");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }
}
