package org.lynceus.core.internal.shell;

import org.apache.karaf.shell.support.table.ShellTable;
import org.lynceus.core.internal.model.InstalledModels;
import org.lynceus.core.internal.model.LoadedModel;
import org.lynceus.model.api.ModelInfo;

/** The table of all models, one row each. */
final class ModelTable {
    /** Longer names are cut; the sheet of a model tells them in full. */
    private static final int LONGEST = 40;

    /** What the names of the bundles begin with that the build makes. */
    private static final String PREFIX = "org.lynceus.model.";

    private ModelTable() {}

    /** Makes the table, ready to be printed. */
    static ShellTable of(InstalledModels models) {
        ShellTable table = new ShellTable().emptyTableText("no models");
        table.column("Role");
        table.column("Id");
        table.column("Version");
        table.column("Ranking").alignRight();
        table.column("State");
        table.column("Calls").alignRight();
        table.column("Weights");
        table.column("Package");
        var loaded = models.loaded();
        for (LoadedModel model : loaded) {
            ModelInfo info = model.info();
            table.addRow()
                    .addContent(
                            info.role(),
                            info.id(),
                            info.version(),
                            model.ranking(),
                            "warm",
                            model.calls().isPresent() ? model.calls().getAsLong() : "",
                            cut(model.licence()),
                            cut(model.sourcePackage()));
        }
        for (InstalledModels.Declared one : models.notLoaded(loaded)) {
            String state = one.started() ? "not loaded" : "bundle not started";
            table.addRow().addContent(one.role(), one.id(), one.version(), "", state, "", "", cut(one.bundle()));
        }
        for (String bundle : models.leftOut()) {
            String id = bundle.substring(bundle.startsWith(PREFIX) ? PREFIX.length() : 0);
            table.addRow().addContent("", id, "", "", "left out", "", "", cut(bundle));
        }
        return table;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
