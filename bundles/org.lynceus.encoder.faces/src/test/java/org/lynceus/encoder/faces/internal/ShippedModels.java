package org.lynceus.encoder.faces.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.lynceus.inference.LocalModels;
import org.lynceus.model.api.Model;

/** The embedding models that are shipped. */
final class ShippedModels implements AutoCloseable {
    private final List<LocalModels> loaded;

    private ShippedModels(List<LocalModels> loaded) {
        this.loaded = loaded;
    }

    /** Loads those of the class path, each by itself, since all have the same role. */
    static ShippedModels load() throws IOException {
        return new ShippedModels(
                Collections.list(ShippedModels.class.getClassLoader().getResources("model.properties")).stream()
                        .map(ShippedModels::load)
                        .toList());
    }

    Model mobileFace() {
        return model("mobileface");
    }

    Model dlib() {
        return model("dlib-face");
    }

    @Override
    public void close() {
        loaded.forEach(LocalModels::close);
    }

    private Model model(String id) {
        return loaded.stream()
                .map(models -> models.model("face-embedding"))
                .filter(model -> model.info().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static LocalModels load(URL descriptor) {
        try {
            return LocalModels.load(Path.of(((JarURLConnection) descriptor.openConnection())
                    .getJarFileURL()
                    .toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
