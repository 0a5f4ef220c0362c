package org.lynceus.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.itests.container.Patience.eventually;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Image;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Faces;
import org.lynceus.model.api.Model;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** Bundles that are updated and uninstalled in the running server. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class ReplacementIT extends InContainer {
    private static final AnalysisType<String, String> ECHO =
            new AnalysisType<>("test-echo", String.class, String.class);

    @Test
    public void modelsAreUpdatedInPlaceWithoutAFailedCall() throws Exception {
        List<Bundle> models = Arrays.stream(context.getBundles())
                .filter(bundle -> !roles(bundle).isEmpty())
                .toList();
        assertThat(models)
                .extracting(Bundle::getSymbolicName)
                .contains("org.lynceus.model.ultraface", "org.lynceus.model.facemesh", "org.lynceus.model.nanodet");
        try (Callers callers = new Callers(2, () -> {
            try (Image photo = photo()) {
                assertThat(registry.detect(Faces.TYPE, photo, FaceOptions.DEFAULT)
                                .faces())
                        .hasSize(3);
                return null;
            }
        })) {
            for (Bundle bundle : models) {
                String id = (String) roles(bundle).get(0).getAttributes().get("id");
                Model before = model(id);
                callers.awaitMore(4);

                bundle.update();

                eventually(() -> assertThat(model(id)).isNotNull().isNotSameAs(before));
                callers.awaitMore(4);
                assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
            }
            assertThat(callers.failures()).isEmpty();
        }
        eventually(() -> assertThat(readiness.problems()).isEmpty());
    }

    @Test
    public void theClassesOfAReplacedPluginAreGivenBack() throws Exception {
        Bundle plugin = context.installBundle("test:echo", PluginJar.of("1.0.0"));
        plugin.start();
        eventually(() -> assertThat(echo()).isEqualTo("hello 1.0.0"));
        WeakReference<ClassLoader> first = classes(plugin);
        assertThat(first.get()).isNotNull();

        plugin.update(PluginJar.of("2.0.0"));
        eventually(() -> assertThat(echo()).isEqualTo("hello 2.0.0"));
        assertCollected(first);
        WeakReference<ClassLoader> second = classes(plugin);
        assertThat(second.get()).isNotNull();

        plugin.uninstall();
        assertThat(registry.find(ECHO)).isEmpty();
        assertCollected(second);
    }

    private static List<BundleCapability> roles(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities(Model.ROLE);
    }

    /** The model that serves under an id now; fails when there is none. */
    private Model model(String id) throws Exception {
        ServiceReference<Model> best =
                context.getServiceReferences(Model.class, "(" + Model.ID + "=" + id + ")").stream()
                        .max(ServiceReference::compareTo)
                        .orElseThrow(() -> new AssertionError("no model " + id));
        try {
            return context.getService(best);
        } finally {
            context.ungetService(best);
        }
    }

    private String echo() throws Exception {
        try (Image photo = photo()) {
            return registry.detect(ECHO, photo, "hello");
        }
    }

    private static WeakReference<ClassLoader> classes(Bundle bundle) {
        return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
    }

    private static void assertCollected(WeakReference<ClassLoader> classes) {
        eventually(() -> {
            System.gc();
            assertThat(classes.get()).isNull();
        });
    }
}
