package org.lynceus.core.internal.model;

import java.util.List;
import org.lynceus.api.InstalledModel;
import org.lynceus.api.ModelDirectory;
import org.lynceus.model.api.ModelInfo;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Tells which models are served. Thread-safe. */
@Component
public final class ServedModels implements ModelDirectory {
    private static final String NOT_STATED = "not stated";

    private final InstalledModels models;

    /** Asks the framework at every call. */
    @Activate
    public ServedModels(BundleContext context) {
        this.models = new InstalledModels(context);
    }

    @Override
    public List<InstalledModel> models() {
        return models.loaded().stream().map(ServedModels::told).toList();
    }

    private static InstalledModel told(LoadedModel model) {
        ModelInfo info = model.info();
        return new InstalledModel(
                info.id(),
                info.version(),
                info.role(),
                model.ranking(),
                model.licence(),
                info.property("licence.weights").orElse(NOT_STATED),
                info.property("licence.package").orElse(NOT_STATED),
                info.property("source").orElse(""),
                info.property("source.sha256").orElse(""),
                info.property("upstream").orElse(NOT_STATED));
    }
}
