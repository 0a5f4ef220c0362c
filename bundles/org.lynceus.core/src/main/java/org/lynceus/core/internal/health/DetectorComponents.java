package org.lynceus.core.internal.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.api.Detector;
import org.lynceus.model.api.Model;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** The declared detectors of all started bundles, as the component runtime sees them. Thread-safe. */
public final class DetectorComponents {
    private static final Pattern ROLE = Pattern.compile("\\(" + Pattern.quote(Model.ROLE) + "=([^)]+)\\)");

    private final ServiceComponentRuntime runtime;

    /** Looks at this runtime. */
    public DetectorComponents(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** All declared detectors, those that are waiting included. */
    public List<DetectorComponent> list() {
        List<DetectorComponent> components = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (Arrays.asList(description.serviceInterfaces).contains(Detector.class.getName())) {
                add(description, components);
            }
        }
        return components;
    }

    private void add(ComponentDescriptionDTO description, List<DetectorComponent> components) {
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(description);
        if (!runtime.isComponentEnabled(description)) {
            components.add(component(description, "disabled", List.of("is disabled")));
        } else if (configurations.isEmpty()) {
            components.add(component(description, "unconfigured", List.of("waits for its configuration")));
        }
        for (ComponentConfigurationDTO configuration : configurations) {
            components.add(component(description, state(configuration), problems(description, configuration)));
        }
    }

    private static DetectorComponent component(
            ComponentDescriptionDTO description, String state, List<String> problems) {
        String type = Objects.toString(description.properties.get(Detector.TYPE), description.name);
        return new DetectorComponent(type, description.bundle.symbolicName, state, problems);
    }

    private static String state(ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "unconfigured";
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> "waiting";
            case ComponentConfigurationDTO.SATISFIED -> "satisfied";
            case ComponentConfigurationDTO.ACTIVE -> "active";
            default -> "failed";
        };
    }

    private static List<String> problems(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> List.of("waits for its configuration");
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> missing(description, configuration);
            case ComponentConfigurationDTO.SATISFIED, ComponentConfigurationDTO.ACTIVE ->
                configuration.service == null ? List.of("is not registered") : List.of();
            default -> List.of("failed to start" + reason(configuration.failure));
        };
    }

    private static List<String> missing(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration) {
        List<String> missing = new ArrayList<>();
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            missing.add("waits for " + wanted(description, reference));
        }
        return missing;
    }

    private static String wanted(ComponentDescriptionDTO description, UnsatisfiedReferenceDTO reference) {
        String target = Objects.toString(reference.target, "");
        Matcher role = ROLE.matcher(target);
        if (role.find()) {
            return "a model of role " + role.group(1);
        }
        for (ReferenceDTO declared : description.references) {
            if (declared.name.equals(reference.name)) {
                return "a service " + declared.interfaceName + (target.isEmpty() ? "" : " with " + target);
            }
        }
        return "a service for its reference " + reference.name;
    }

    /** The first line of a stack trace. */
    private static String reason(String failure) {
        return failure == null ? "" : ": " + failure.lines().findFirst().orElse("");
    }
}
