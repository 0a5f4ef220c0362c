package org.lynceus.model.api;

import ai.djl.translate.Translator;
import java.util.function.Supplier;
import org.lynceus.model.api.role.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A loaded and warmed model: weights that a data-only bundle brings, ready to run. Thread-safe.
 *
 * <p>There is one service per model, with the properties {@link #ROLE}, {@link #ID} and {@link #VERSION}. Reference it by
 * role, and let the component be rebuilt when a better one comes:
 *
 * <pre>{@code
 * @Activate
 * public FacesDetector(
 *         @Reference(target = "(lynceus.model=face-mesh)", policyOption = ReferencePolicyOption.GREEDY) Model mesh) {
 *     this.mesh = mesh.bind("mesh", MeshTranslator::new);
 * }
 * }</pre>
 */
@ProviderType
public interface Model {
    /** Service property and capability namespace that hold the role, such as {@code face-detection}. */
    String ROLE = "lynceus.model";

    /** Service property that holds {@link ModelInfo#id()}. */
    String ID = "lynceus.model.id";

    /** Service property that holds {@link ModelInfo#version()}. */
    String VERSION = "lynceus.model.version";

    /** What this model is and where it comes from. */
    ModelInfo info();

    /**
     * Makes a graph of this model callable.
     *
     * @param graph name of the graph, one of {@link ModelInfo#graphs()}
     * @param translator makes a translator for each thread that runs the graph at the same time; a translator is used by
     *     one thread at a time and may keep buffers; one that is {@link AutoCloseable} is closed when it is needed no more
     * @return an open inference; whoever binds it closes it
     * @throws IllegalArgumentException when there is no such graph
     */
    <I, O> Inference<I, O> bind(String graph, Supplier<? extends Translator<I, O>> translator);

    /**
     * Makes a graph of this model callable through the decoder that its description names.
     *
     * @param role any role that gives what the decoder gives, not only the model's own: a classifier of plants can be bound
     *     to {@link Role#IMAGE_CLASSIFICATION}
     * @param graph name of the graph, one of {@link ModelInfo#graphs()}
     * @return an open inference; whoever binds it closes it
     * @throws IllegalArgumentException when the decoder gives something else, the description names none that the platform
     *     has, or there is no such graph
     */
    <I, O> Inference<I, O> bind(Role<I, O> role, String graph);

    /**
     * Makes the first graph of this model callable, as {@link #bind(Role, String)} does.
     *
     * @throws IllegalArgumentException as there
     */
    default <I, O> Inference<I, O> bind(Role<I, O> role) {
        return bind(role, info().graphs().get(0).name());
    }
}
