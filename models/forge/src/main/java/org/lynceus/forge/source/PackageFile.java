package org.lynceus.forge.source;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.forge.ForgeException;

/**
 * One file of one pinned npm package, written {@code name@version : path}, for example {@code faceplugin@1.0.3 :
 * model/fr_detect.onnx} or {@code @mediapipe/face_mesh@0.4.1657299874 : face_mesh_solution_packed_assets.data}.
 *
 * @param name package name, with its scope if it has one
 * @param version exact version, never a range
 * @param path path inside the package, without the leading {@code package/}
 */
public record PackageFile(String name, String version, String path) implements Origin {
    private static final Pattern FORM =
            Pattern.compile("((?:@\\w[\\w.-]*/)?\\w[\\w.-]*)@(\\d[\\w.+-]*)\\s*:\\s*(\\S(?:.*\\S)?)");

    public PackageFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(path, "path");
    }

    /**
     * Reads the written form.
     *
     * @param text {@code name@version : path}
     * @return the parts
     * @throws ForgeException when the text has another form
     */
    public static PackageFile parse(String text) throws ForgeException {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ForgeException("'" + text + "' does not have the form 'package@version : path'");
        }
        return new PackageFile(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** The package with its version as the npm client takes it. */
    public String coordinates() {
        return name + "@" + version;
    }

    @Override
    public String container() {
        return coordinates();
    }

    @Override
    public String toString() {
        return coordinates() + " : " + path;
    }
}
