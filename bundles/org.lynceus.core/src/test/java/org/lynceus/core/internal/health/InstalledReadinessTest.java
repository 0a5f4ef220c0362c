package org.lynceus.core.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Detector;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.model.api.Model;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class InstalledReadinessTest {
    private final List<ComponentDescriptionDTO> descriptions = new ArrayList<>();
    private final List<ComponentConfigurationDTO> configurations = new ArrayList<>();
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<ServiceReference<?>> models = new ArrayList<>();
    private Galleries galleries;

    @Test
    void nothingInstalledIsNotReady() {
        assertThat(problems()).containsExactly("No detector is installed.");
    }

    @Test
    void aRegisteredDetectorWithALoadedModelIsReady() {
        detector(ComponentConfigurationDTO.SATISFIED).service = new ServiceReferenceDTO();
        bundles.add(bundle("org.lynceus.model.mesh", Bundle.ACTIVE, Model.ROLE, Map.of(Model.ROLE, "face-mesh")));
        models.add(fake(ServiceReference.class, "getProperty", "face-mesh"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void aDetectorThatWaitsNamesTheModel() {
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "mesh";
        missing.target = "(lynceus.model=face-mesh)";
        detector(ComponentConfigurationDTO.UNSATISFIED_REFERENCE).unsatisfiedReferences =
                new UnsatisfiedReferenceDTO[] {missing};

        assertThat(problems())
                .containsExactly("The detector faces of bundle org.x waits for a model of role face-mesh.");
    }

    @Test
    void aDetectorThatWaitsForAnotherServiceNamesItsType() {
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "clock";
        detector(ComponentConfigurationDTO.UNSATISFIED_REFERENCE).unsatisfiedReferences =
                new UnsatisfiedReferenceDTO[] {missing};
        ReferenceDTO declared = new ReferenceDTO();
        declared.name = "clock";
        declared.interfaceName = "java.time.Clock";
        descriptions.get(0).references = new ReferenceDTO[] {declared};

        assertThat(problems())
                .containsExactly("The detector faces of bundle org.x waits for a service java.time.Clock.");
    }

    @Test
    void aDetectorThatFailedSaysWhy() {
        detector(ComponentConfigurationDTO.FAILED_ACTIVATION).failure = "java.lang.X: no\n\tat somewhere";

        assertThat(problems()).containsExactly("The detector faces of bundle org.x failed to start: java.lang.X: no.");
    }

    @Test
    void aModelThatCouldNotBeLoadedIsAProblem() {
        detector(ComponentConfigurationDTO.ACTIVE).service = new ServiceReferenceDTO();
        bundles.add(bundle("org.m", Bundle.ACTIVE, Model.ROLE, Map.of(Model.ROLE, "face-mesh")));
        models.add(fake(ServiceReference.class, "getProperty", "face-embedding"));

        assertThat(problems()).containsExactly("The model face-mesh of bundle org.m is not loaded.");
    }

    @Test
    void stoppedBundlesAreProblems() {
        bundles.add(bundle(
                "org.d", Bundle.RESOLVED, "osgi.service", Map.of("objectClass", List.of(Detector.class.getName()))));
        bundles.add(bundle("org.m", Bundle.INSTALLED, Model.ROLE, Map.of(Model.ROLE, "labels")));

        assertThat(problems())
                .containsExactly(
                        "No detector is installed.",
                        "The detector bundle org.d is not started.",
                        "The model labels of bundle org.m is not loaded because the bundle is not started.");
    }

    @Test
    void onlyAGalleryThatIsBeingReadIsAProblem() {
        detector(ComponentConfigurationDTO.ACTIVE).service = new ServiceReferenceDTO();
        galleries = fake(
                Galleries.class,
                "galleries",
                Stream.of(InstalledGallery.State.values())
                        .map(InstalledReadinessTest::gallery)
                        .toList());

        assertThat(problems()).containsExactly("The gallery g-LOADING is being read.");
    }

    private static InstalledGallery gallery(InstalledGallery.State state) {
        return new InstalledGallery(
                "g-" + state, "A gallery", "1.0.0", 2, List.of(), Optional.empty(), state, "", "not stated", 7);
    }

    private ComponentConfigurationDTO detector(int state) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.name = "component";
        description.bundle = new BundleDTO();
        description.bundle.symbolicName = "org.x";
        description.serviceInterfaces = new String[] {Detector.class.getName()};
        description.properties = Map.of(Detector.TYPE, "faces");
        description.references = new ReferenceDTO[0];
        descriptions.add(description);
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        configurations.add(configuration);
        return configuration;
    }

    private List<String> problems() {
        BundleContext context = proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBundles" -> bundles.toArray(Bundle[]::new);
            case "getServiceReferences" -> arguments[0] == Model.class ? models : List.of();
            default -> throw new UnsupportedOperationException(method.toString());
        });
        ServiceComponentRuntime runtime =
                proxy(ServiceComponentRuntime.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getComponentDescriptionDTOs" -> descriptions;
                    case "getComponentConfigurationDTOs" -> configurations;
                    case "isComponentEnabled" -> true;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
        return new InstalledReadiness(context, runtime, galleries).problems();
    }

    private static Bundle bundle(String name, int state, String namespace, Map<String, Object> attributes) {
        BundleCapability capability = fake(BundleCapability.class, "getAttributes", attributes);
        BundleRevision revision = proxy(
                BundleRevision.class,
                (self, method, arguments) -> namespace.equals(arguments[0]) ? List.of(capability) : List.of());
        return proxy(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName" -> name;
            case "getState" -> state;
            case "adapt" -> revision;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static <T> T fake(Class<T> type, String name, Object answer) {
        return proxy(type, (self, method, arguments) -> {
            if (!method.getName().equals(name)) {
                throw new UnsupportedOperationException(method.toString());
            }
            return answer;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
