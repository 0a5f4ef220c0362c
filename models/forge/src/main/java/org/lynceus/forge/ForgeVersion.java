package org.lynceus.forge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the forge, as the build recorded it. */
final class ForgeVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"forge " + text()};
    }

    /** The bare version. */
    static String text() {
        Properties properties = new Properties();
        try (InputStream file = ForgeVersion.class.getResourceAsStream("forge.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The forge cannot read its own version", e);
        }
        return properties.getProperty("version");
    }
}
