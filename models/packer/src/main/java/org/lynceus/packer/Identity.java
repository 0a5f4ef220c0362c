package org.lynceus.packer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.Hashes;
import org.lynceus.packer.family.Setting;
import org.lynceus.packer.source.UserFile;

/** Who a model is and where it comes from. */
final class Identity {
    /** What a bundle says that nobody told more of. */
    static final String NOT_STATED = "not stated";

    private Identity() {}

    /** The id that was stated, or one made of a file's name. */
    static String id(String stated, Path file) {
        if (!stated.isEmpty()) {
            return stated;
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        if (base.equals("model") && file.toAbsolutePath().getParent().getFileName() != null) {
            // Every TensorFlow.js model is called model.json: its folder tells more.
            base = file.toAbsolutePath().getParent().getFileName().toString();
        }
        String id = base.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "model" : id;
    }

    /** Writes which files a graph was made of. */
    static void describeSource(Draft draft, String prefix, UserFile file) {
        draft.fact(prefix + "source", file.path().getFileName().toString());
        draft.fact(prefix + "source.sha256", Hashes.sha256(file.weights().main()));
        int number = 1;
        for (Map.Entry<String, byte[]> part : file.weights().parts().entrySet()) {
            draft.fact(prefix + "part." + number + ".source", part.getKey());
            draft.fact(prefix + "part." + number + ".source.sha256", Hashes.sha256(part.getValue()));
            number++;
        }
    }

    /** Writes the keys that say who the model is. */
    static void describe(Draft draft, PackRequest request, UserFile file) throws ForgeException {
        String id = id(request.stated().getOrDefault("id", ""), file.path());
        if (!id.matches("[\\w-]+")) {
            throw new ForgeException("The id '" + id + "' may have letters, digits, - and _ only");
        }
        String name = file.path().getFileName().toString();
        draft.assume(new Setting("id", id, "name of the file"));
        draft.assume(new Setting("version", "1.0.0", "the first one"));
        draft.assume(new Setting("name", name, "name of the file"));
        draft.fact("role", request.role());
        draft.assume(new Setting("licence.weights", NOT_STATED, "nobody said"));
        draft.fact("licence.package", draft.get("licence.weights", NOT_STATED));
        if (draft.get("upstream", "").isEmpty()) {
            draft.fact("upstream", NOT_STATED);
        }
    }
}
