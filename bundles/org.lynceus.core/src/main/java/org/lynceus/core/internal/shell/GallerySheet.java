package org.lynceus.core.internal.shell;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.celebrity.InstalledGallery;

/** Everything that is known of a gallery, as lines of text. */
final class GallerySheet {
    private static final int NAME_WIDTH = 20;

    private final List<String> lines = new ArrayList<>();

    private GallerySheet() {}

    /**
     * The lines of a gallery.
     *
     * @param gallery the gallery
     * @param bundle symbolic name of its bundle
     */
    static List<String> of(InstalledGallery gallery, String bundle) {
        GallerySheet sheet = new GallerySheet();
        sheet.add("gallery", gallery.id());
        sheet.add("title", gallery.title());
        sheet.add("version", gallery.version());
        sheet.add("bundle", bundle + " (" + gallery.bundle() + ")");
        sheet.add("state", GalleryTable.state(gallery));
        sheet.add("note", gallery.note());
        sheet.add("people", Integer.toString(gallery.people()));
        sheet.add("encoder in use", gallery.encoder().orElse("none"));
        gallery.encoders().forEach(version -> sheet.add("has vectors of", version));
        sheet.add("licence", gallery.licence());
        return sheet.lines;
    }

    private void add(String name, String value) {
        if (!value.isBlank()) {
            lines.add(String.format("%-" + NAME_WIDTH + "s %s", name, value.strip()));
        }
    }
}
