package org.lynceus.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.lynceus.inference.internal.Helpers;
import org.lynceus.inference.internal.JarEntries;
import org.lynceus.inference.internal.LoadedModel;
import org.lynceus.inference.internal.ModelException;
import org.lynceus.inference.internal.ModelLoader;
import org.lynceus.inference.internal.Settings;
import org.lynceus.model.api.Model;

/**
 * Loads model bundles from files, without a container. Made for tests and measurements: they run the very code that
 * serves in a container, with its defaults. Thread-safe.
 *
 * <pre>{@code
 * try (LocalModels models = LocalModels.load(Path.of("org.lynceus.model.ultraface.jar"))) {
 *     Model model = models.model("face-detection");
 *     try (Inference<Pixels, List<DetectedFace>> detect = model.bind(Role.FACE_DETECTION, "detect-640x480")) {
 *         List<DetectedFace> faces = detect.run(pixels);
 *     }
 * }
 * }</pre>
 */
public final class LocalModels implements AutoCloseable {
    private final Helpers helpers;
    private final Map<String, LoadedModel> byRole;

    private LocalModels(Helpers helpers, Map<String, LoadedModel> byRole) {
        this.helpers = helpers;
        this.byRole = byRole;
    }

    /**
     * Loads and warms model bundles.
     *
     * @param jars model bundles, of one role each
     * @throws IOException when a file cannot be read, is not a model bundle, its hash is wrong or it does not run; nothing
     *     stays open then
     */
    public static LocalModels load(Path... jars) throws IOException {
        Settings settings = Settings.automatic();
        Helpers helpers = new Helpers(settings.helpers());
        ModelLoader loader = new ModelLoader(settings, helpers);
        Map<String, LoadedModel> loaded = new HashMap<>();
        LocalModels models = new LocalModels(helpers, loaded);
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                LoadedModel model = loader.load(new JarEntries(jar.getFileName().toString(), file));
                LoadedModel before = loaded.put(model.info().role(), model);
                if (before != null) {
                    before.close();
                    throw new IOException(
                            jar + ": another model is " + model.info().role());
                }
            } catch (IOException | ModelException | RuntimeException e) {
                models.close();
                throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            }
        }
        return models;
    }

    /**
     * Finds the model of a role.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Model model(String role) {
        LoadedModel model = byRole.get(role);
        if (model == null) {
            throw new IllegalArgumentException("no model of role " + role + " among " + byRole.keySet());
        }
        return model;
    }

    /** The models, in no particular order. */
    public List<Model> models() {
        return new ArrayList<>(byRole.values());
    }

    /** Closes the models and all that was bound to them. */
    @Override
    public void close() {
        byRole.values().forEach(LoadedModel::close);
        helpers.close();
    }
}
