package org.lynceus.forge.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;

/**
 * A file that is kept in the repository beside the description that names it, written {@code file : name}, for example
 * {@code file : heads.onnx}: weights that were trained here.
 *
 * @param folder the folder of the description
 * @param name relative path inside that folder, with {@code /} between its parts and none of them {@code .} or {@code ..}
 */
public record CommittedFile(Path folder, String name) implements Origin {
    private static final Pattern FORM = Pattern.compile("file\\s*:\\s*(.*)");

    public CommittedFile {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Reads the written form.
     *
     * @param text {@code file : name}
     * @param folder the folder of the description
     * @return the file
     * @throws ForgeException when the text has another form, or the name leads out of the folder
     */
    public static CommittedFile parse(String text, Path folder) throws ForgeException {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || !inside(matcher.group(1))) {
            throw new ForgeException(
                    "'" + text + "' does not have the form 'file : name' with the name of a file in the"
                            + " folder of the description");
        }
        return new CommittedFile(folder, matcher.group(1));
    }

    static boolean isCommitted(String text) {
        return FORM.matcher(text.strip()).matches();
    }

    /**
     * Reads the file. Verifies nothing but its place.
     *
     * @throws ForgeException when it is missing, is no file, or a link leads out of the folder
     */
    byte[] read() throws ForgeException {
        Path file = folder.resolve(name);
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
                throw new ForgeException(this + " is not a file inside " + folder);
            }
            return Files.readAllBytes(real);
        } catch (NoSuchFileException e) {
            throw new ForgeException("There is no " + file, e);
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + file, e);
        }
    }

    @Override
    public String container() {
        return folder.resolve(name).toString();
    }

    @Override
    public String path() {
        return name;
    }

    @Override
    public String toString() {
        return "file : " + name;
    }

    private static boolean inside(String name) {
        return Stream.of(name.split("/", -1)).allMatch(part -> part.matches("[^\\\\:\\p{Cntrl}]+"))
                && Stream.of(name.split("/", -1)).noneMatch(part -> part.matches("\\.\\.?"));
    }
}
