package org.lynceus.packer;

import java.io.IOException;
import java.nio.file.Path;
import org.lynceus.forge.ForgeException;
import org.lynceus.inference.LocalModels;
import org.lynceus.model.api.ModelInfo;

/** Loads a bundle exactly as a server does: reads, verifies, opens, runs and decodes. */
final class BundleTrial {
    private BundleTrial() {}

    /**
     * Loads a bundle.
     *
     * @return what it says of itself
     * @throws ForgeException when a server would refuse it
     */
    static ModelInfo load(Path jar) throws ForgeException {
        try (LocalModels models = LocalModels.load(jar)) {
            ModelInfo info = models.models().get(0).info();
            RoleContract.check(info);
            return info;
        } catch (IOException | IllegalArgumentException e) {
            throw new ForgeException(String.valueOf(e.getMessage()), e);
        }
    }
}
