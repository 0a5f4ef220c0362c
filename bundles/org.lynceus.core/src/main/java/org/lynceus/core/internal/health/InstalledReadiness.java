package org.lynceus.core.internal.health;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.Detector;
import org.lynceus.api.Readiness;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.api.celebrity.InstalledGallery;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Ready is when every installed detector is registered, every installed model has been loaded and no gallery is still
 * being read. Galleries that are skipped or damaged do not count: no waiting makes their people known.
 */
@Component(service = Readiness.class)
public final class InstalledReadiness implements Readiness {
    private final ProvidingBundles bundles;
    private final DetectorComponents components;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Galleries galleries;

    /** Looks at the framework and the component runtime whenever it is asked. */
    @Activate
    public InstalledReadiness(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this(context, runtime, null);
    }

    InstalledReadiness(BundleContext context, ServiceComponentRuntime runtime, Galleries galleries) {
        this.bundles = new ProvidingBundles(context);
        this.components = new DetectorComponents(runtime);
        this.galleries = galleries;
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        List<DetectorComponent> detectors = components.list();
        if (detectors.isEmpty() && bundles.references(Detector.class).isEmpty()) {
            problems.add("No detector is installed.");
        }
        for (DetectorComponent detector : detectors) {
            for (String problem : detector.problems()) {
                problems.add(
                        "The detector " + detector.type() + " of bundle " + detector.bundle() + " " + problem + ".");
            }
        }
        for (String bundle : bundles.stoppedDetectorBundles()) {
            problems.add("The detector bundle " + bundle + " is not started.");
        }
        for (ProvidingBundles.DeclaredModel model : bundles.models()) {
            if (!model.loaded()) {
                problems.add("The model " + model.role() + " of bundle " + model.bundle()
                        + (model.started() ? " is not loaded." : " is not loaded because the bundle is not started."));
            }
        }
        problems.addAll(galleryProblems());
        return problems;
    }

    private List<String> galleryProblems() {
        Galleries current = galleries;
        return current == null
                ? List.of()
                : current.galleries().stream()
                        .filter(gallery -> gallery.state() == InstalledGallery.State.LOADING)
                        .map(gallery -> "The gallery " + gallery.id() + " is being read.")
                        .toList();
    }
}
