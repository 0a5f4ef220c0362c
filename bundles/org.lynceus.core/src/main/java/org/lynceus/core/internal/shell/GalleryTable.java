package org.lynceus.core.internal.shell;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.support.table.ShellTable;
import org.lynceus.api.celebrity.InstalledGallery;

/** The table of all galleries, one row each. */
final class GalleryTable {
    /** Longer texts are cut; the sheet of a gallery tells them in full. */
    private static final int LONGEST = 40;

    private GalleryTable() {}

    /** Makes the table, ready to be printed. */
    static ShellTable of(List<InstalledGallery> galleries) {
        ShellTable table = new ShellTable().emptyTableText("no galleries");
        table.column("Gallery");
        table.column("Version");
        table.column("People").alignRight();
        table.column("Encoder");
        table.column("State");
        table.column("Bundle").alignRight();
        table.column("Title");
        table.column("Licence");
        table.column("Note");
        for (InstalledGallery gallery : galleries) {
            table.addRow()
                    .addContent(
                            gallery.id(),
                            gallery.version(),
                            gallery.people(),
                            gallery.encoder().orElse("none"),
                            state(gallery),
                            gallery.bundle(),
                            cut(gallery.title()),
                            cut(gallery.licence()),
                            gallery.note());
        }
        return table;
    }

    /** What becomes of a gallery, in one word. */
    static String state(InstalledGallery gallery) {
        return gallery.state().name().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
