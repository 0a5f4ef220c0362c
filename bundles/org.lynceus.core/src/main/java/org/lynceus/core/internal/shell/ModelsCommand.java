package org.lynceus.core.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lynceus.core.internal.model.InstalledModels;
import org.lynceus.core.internal.model.LoadedModel;
import org.osgi.framework.BundleContext;

/**
 * Shell command that lists the models, those that could not be loaded and those that were left out included; tells
 * everything of one model; or reports the licences of all.
 */
@Service
@Command(
        scope = "lynceus",
        name = "models",
        description = "Lists the models, the best of each role first, or tells everything of one.")
public final class ModelsCommand implements Action {
    @Reference
    private BundleContext context;

    @Argument(name = "id", description = "Id of a model; all that is known of it is told")
    private String id;

    @Option(name = "--licences", description = "Reports licences and provenance of all weights")
    private boolean licences;

    @Override
    public Object execute() {
        InstalledModels models = new InstalledModels(context);
        if (id == null && !licences) {
            ModelTable.of(models).print(System.out);
            return null;
        }
        List<LoadedModel> chosen = models.loaded().stream()
                .filter(model -> id == null || model.info().id().equals(id))
                .toList();
        if (chosen.isEmpty() && id != null) {
            System.out.println("There is no model " + id + "; lynceus:models lists them.");
        }
        for (LoadedModel model : chosen) {
            List<String> lines = licences ? ModelSheet.licencesOf(model) : ModelSheet.of(model);
            lines.forEach(System.out::println);
            System.out.println();
        }
        return null;
    }
}
