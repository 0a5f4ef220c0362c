package org.lynceus.forge.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.forge.ForgeException;

/**
 * The manifest of a model bundle: data only, found by its {@code lynceus.model} capability with the attributes {@code
 * lynceus.model} (the role), {@code id} and {@code version}. Equal input gives equal bytes.
 *
 * @param symbolicName name of the bundle, for example {@code org.lynceus.model.ultraface}
 * @param version version of the bundle, as of Maven or OSGi
 * @param name name of the bundle for people
 * @param description what the bundle holds
 * @param vendor who made the bundle
 */
public record BundleManifest(String symbolicName, String version, String name, String description, String vendor) {
    /** The name of the manifest in a bundle. */
    public static final String PATH = "META-INF/MANIFEST.MF";

    private static final Pattern VERSION = Pattern.compile("(\\d++)(?:\\.(\\d++))?(?:\\.(\\d++))?(?:[.-]?([\\w.-]+))?");
    private static final Pattern TOKEN = Pattern.compile("[\\w.-]+");
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");

    public BundleManifest {
        if (!SYMBOLIC_NAME.matcher(symbolicName).matches()) {
            throw new IllegalArgumentException("'" + symbolicName + "' is no symbolic name of a bundle");
        }
    }

    /**
     * The manifest of a bundle that brings a model.
     *
     * @param model the model's description: {@code id}, {@code version}, {@code role}, {@code licence.package}, {@code
     *     licence.weights}
     * @return the manifest file
     * @throws ForgeException when a key is missing or the version is none
     */
    public byte[] withModel(Properties model) throws ForgeException {
        Manifest manifest = basis();
        Attributes main = manifest.getMainAttributes();
        main.putValue(
                "Bundle-License",
                token(value(model, "licence.package"))
                        + ";description="
                        + quoted("Weights: " + value(model, "licence.weights")));
        main.putValue(
                "Provide-Capability",
                "lynceus.model;id=" + token(value(model, "id")) + ";lynceus.model=" + token(value(model, "role"))
                        + ";version:Version=" + quoted(osgiVersion(value(model, "version"))) + ";effective:=active");
        return bytes(manifest);
    }

    /**
     * The manifest of a bundle that stands in for a model which was left out: it provides nothing.
     *
     * @return the manifest file
     * @throws ForgeException when the version of the bundle is none
     */
    public byte[] withoutModel() throws ForgeException {
        return bytes(basis());
    }

    /**
     * The OSGi form of a version.
     *
     * @param version for example {@code 1.2-SNAPSHOT}
     * @return three numbers and perhaps a qualifier, for example {@code 1.2.0.SNAPSHOT}
     * @throws ForgeException when the text does not begin with a number
     */
    public static String osgiVersion(String version) throws ForgeException {
        Matcher matcher = VERSION.matcher(version.strip());
        if (!matcher.matches()) {
            throw new ForgeException("'" + version + "' is not a version of the form 1.2.3");
        }
        StringBuilder text = new StringBuilder(number(version, matcher.group(1)));
        for (int group = 2; group <= 3; group++) {
            text.append('.').append(matcher.group(group) == null ? "0" : number(version, matcher.group(group)));
        }
        if (matcher.group(4) != null) {
            text.append('.').append(matcher.group(4).replace('.', '_'));
        }
        return text.toString();
    }

    private static String number(String version, String digits) throws ForgeException {
        try {
            return String.valueOf(Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            throw new ForgeException("The number " + digits + " of the version '" + version + "' is too large", e);
        }
    }

    private Manifest basis() throws ForgeException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", symbolicName);
        main.putValue("Bundle-Version", osgiVersion(version));
        new TreeMap<>(Map.of("Bundle-Name", name, "Bundle-Description", description, "Bundle-Vendor", vendor))
                .forEach((header, text) -> main.putValue(header, line(text)));
        return manifest;
    }

    private static byte[] bytes(Manifest manifest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            manifest.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A stream into memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static String value(Properties model, String key) throws ForgeException {
        String value = model.getProperty(key, "");
        if (value.isBlank()) {
            throw new ForgeException("model.properties lacks the key '" + key + "'");
        }
        return value;
    }

    private static String token(String text) {
        return TOKEN.matcher(text.strip()).matches() ? text.strip() : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A header's value has no line breaks. */
    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
