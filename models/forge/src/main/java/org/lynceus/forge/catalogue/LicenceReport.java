package org.lynceus.forge.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.CommittedFile;
import org.lynceus.forge.source.Origin;
import org.lynceus.forge.source.PackageFile;
import org.lynceus.forge.source.SourceFile;
import org.lynceus.forge.source.WebFile;

/** Writes which weight files a catalogue is built from: package, licence, provenance and checksum of each, as Markdown. */
public final class LicenceReport {
    private static final String TEMPLATE = "models.md";
    private static final String PLACE = "{weights}";
    private static final String DAGGER = " †";

    private LicenceReport() {}

    /**
     * Writes the report.
     *
     * @param catalogue the models
     * @return the text
     * @throws ForgeException when the text around the tables is missing
     */
    public static String write(Catalogue catalogue) throws ForgeException {
        StringBuilder text = new StringBuilder();
        text.append("| model | version | role | weight files | licence of the package | licence of the weights |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (CatalogueEntry model : catalogue.models()) {
            row(
                    text,
                    "[" + model.id() + "](#" + model.id() + ")" + (model.optional() ? DAGGER : ""),
                    model.text("version"),
                    model.text("role"),
                    String.valueOf(model.weights().size()),
                    model.text("licence.package"),
                    model.text("licence.weights"));
        }
        for (CatalogueEntry model : catalogue.models()) {
            section(text, model);
        }
        return template().replace(PLACE, text.toString().stripTrailing());
    }

    private static void section(StringBuilder text, CatalogueEntry model) {
        text.append("\n### ").append(model.id()).append("\n\n");
        text.append(model.text("name"))
                .append(model.optional() ? "." + DAGGER : ".")
                .append("\n\n");
        fact(text, "Upstream", model.text("upstream"));
        fact(text, "Licence of the package", model.text("licence.package"));
        fact(text, "Licence of the weights", model.text("licence.weights"));
        fact(text, "Trained on", model.text("training.data"));
        fact(text, "Quality", model.text("quality"));
        text.append("\n| package | version | file | SHA-256 |\n|---|---|---|---|\n");
        for (SourceFile file : model.files()) {
            boolean first = true;
            for (Origin origin : file.origins()) {
                row(
                        text,
                        (first ? "" : "or ") + home(origin),
                        origin instanceof PackageFile pack ? pack.version() : "",
                        "`" + (origin instanceof WebFile ? origin.container() : origin.path()) + "`" + range(file),
                        first ? "`" + file.contentSha256() + "`" : "the same");
                first = false;
            }
        }
    }

    private static String home(Origin origin) {
        if (origin instanceof PackageFile pack) {
            return pack.name();
        }
        return origin instanceof CommittedFile ? "this repository" : "address";
    }

    private static String range(SourceFile file) {
        return file.slice()
                .map(slice -> ", bytes " + slice.start() + " to " + slice.end())
                .orElse("");
    }

    private static void fact(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("- **").append(name).append(":** ").append(value).append('\n');
        }
    }

    private static void row(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        text.append('\n');
    }

    private static String template() throws ForgeException {
        try (InputStream content = LicenceReport.class.getResourceAsStream(TEMPLATE)) {
            if (content == null) {
                throw new ForgeException("The forge lacks its file " + TEMPLATE);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + TEMPLATE, e);
        }
    }
}
