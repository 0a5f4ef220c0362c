package org.lynceus.core.internal.shell;

import java.util.Collection;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.lynceus.api.Detector;
import org.lynceus.core.internal.health.DetectorComponent;
import org.lynceus.core.internal.health.DetectorComponents;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Shell command that lists the installed detectors and what those that are not there are waiting for. */
@Service
@Command(scope = "lynceus", name = "detectors", description = "Lists the installed detectors.")
public final class DetectorsCommand implements Action {
    @Reference
    private BundleContext context;

    @Reference
    private ServiceComponentRuntime runtime;

    @Override
    @SuppressWarnings("rawtypes")
    public Object execute() throws Exception {
        ShellTable table = new ShellTable().emptyTableText("no detectors");
        table.column("Type");
        table.column("Ranking").alignRight();
        table.column("Bundle");
        table.column("Version");
        table.column("State");
        table.column("Missing");
        Collection<ServiceReference<Detector>> references = context.getServiceReferences(Detector.class, null);
        references.stream()
                .sorted(Rows.BY_TYPE_THEN_BEST)
                .forEach(reference -> table.addRow()
                        .addContent(
                                reference.getProperty(Detector.TYPE),
                                Objects.requireNonNullElse(reference.getProperty(Constants.SERVICE_RANKING), 0),
                                reference.getBundle().getSymbolicName(),
                                reference.getBundle().getVersion(),
                                "registered",
                                ""));
        for (DetectorComponent component : new DetectorComponents(runtime).list()) {
            if (!component.problems().isEmpty()) {
                table.addRow()
                        .addContent(
                                component.type(),
                                "",
                                component.bundle(),
                                "",
                                component.state(),
                                String.join(", ", component.problems()));
            }
        }
        table.print(System.out);
        return null;
    }
}
