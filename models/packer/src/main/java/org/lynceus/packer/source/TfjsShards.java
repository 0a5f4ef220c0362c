package org.lynceus.packer.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.tfjs.TfjsConverter;

/** The weight files that a TensorFlow.js {@code model.json} names in its manifest and that lie beside it. */
final class TfjsShards {
    private TfjsShards() {}

    static Map<String, byte[]> read(Path path, byte[] model) throws ForgeException {
        Path folder = path.toAbsolutePath().getParent();
        Map<String, byte[]> shards = new LinkedHashMap<>();
        for (String name : TfjsConverter.parts(path.getFileName().toString(), model)) {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw new ForgeException(path + " names the weight file " + name + ", which lies outside its folder");
            }
            shards.put(name, UserFile.bytes(file));
        }
        return shards;
    }
}
