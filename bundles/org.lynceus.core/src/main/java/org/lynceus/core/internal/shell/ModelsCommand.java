package org.lynceus.core.internal.shell;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.lynceus.core.internal.health.ProvidingBundles;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.ModelUsage;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Shell command that lists the loaded models, and the installed ones that could not be loaded. */
@Service
@Command(scope = "lynceus", name = "models", description = "Lists the models, the best of each role first.")
public final class ModelsCommand implements Action {
    /** Keys of {@code model.properties}: of the weights, and of the package that they were taken from. */
    private static final List<String> LICENCES = List.of("licence.weights", "licence.package");

    @Reference
    private BundleContext context;

    @Override
    public Object execute() throws Exception {
        ShellTable table = new ShellTable().emptyTableText("no models");
        table.column("Role");
        table.column("Id");
        table.column("Version");
        table.column("Ranking").alignRight();
        table.column("State");
        table.column("Calls").alignRight();
        table.column("Licence");
        context.getServiceReferences(Model.class, null).stream()
                .sorted(Rows.BY_ROLE_THEN_BEST)
                .forEach(reference -> addLoaded(table, reference));
        for (ProvidingBundles.DeclaredModel model : new ProvidingBundles(context).models()) {
            if (!model.loaded()) {
                String state = model.started() ? "not loaded" : "bundle not started";
                table.addRow().addContent(model.role(), model.bundle(), "", "", state, "", "");
            }
        }
        table.print(System.out);
        return null;
    }

    private void addLoaded(ShellTable table, ServiceReference<Model> reference) {
        Model model = context.getService(reference);
        if (model == null) {
            return;
        }
        try {
            ModelInfo info = model.info();
            table.addRow()
                    .addContent(
                            info.role(),
                            info.id(),
                            info.version(),
                            Objects.requireNonNullElse(reference.getProperty(Constants.SERVICE_RANKING), 0),
                            "warm",
                            model instanceof ModelUsage usage ? usage.calls() : "",
                            licences(info));
        } finally {
            context.ungetService(reference);
        }
    }

    private static String licences(ModelInfo info) {
        return LICENCES.stream()
                .flatMap(key -> info.property(key).stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
