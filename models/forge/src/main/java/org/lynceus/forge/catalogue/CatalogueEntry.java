package org.lynceus.forge.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.bundle.ModelForge;
import org.lynceus.forge.bundle.ModelSources;
import org.lynceus.forge.bundle.PropertiesText;
import org.lynceus.forge.source.SourceFile;

/**
 * One model of the catalogue.
 *
 * @param id its id
 * @param properties its description as written
 * @param weights the files that its weights are read from
 * @param files these and its file with labels
 */
public record CatalogueEntry(String id, Properties properties, List<SourceFile> weights, List<SourceFile> files) {
    public CatalogueEntry {
        weights = List.copyOf(weights);
        files = List.copyOf(files);
    }

    /**
     * Reads a model.
     *
     * @param folder the folder with its {@code model.properties}
     * @return the model
     * @throws ForgeException when the description is missing or malformed
     */
    static CatalogueEntry read(Path folder) throws ForgeException {
        Path file = folder.resolve(ModelForge.DESCRIPTION);
        Properties properties = PropertiesText.read(file);
        try {
            ModelSources sources = new ModelSources(properties, folder);
            return new CatalogueEntry(properties.getProperty("id", ""), properties, sources.weights(), sources.all());
        } catch (ForgeException e) {
            throw new ForgeException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * A text of the description.
     *
     * @param key its key
     * @return its value; empty when missing
     */
    public String text(String key) {
        return properties.getProperty(key, "").strip();
    }

    /** Whether a build goes on without this model: its package only republishes somebody else's file. */
    public boolean optional() {
        return text("optional").equals("true");
    }
}
