package org.lynceus.rekognition.generator;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of generated sources that is changed only where the sources change, so that compilation stays incremental. */
final class SourceFolder {
    private final Path root;

    SourceFolder(Path root) {
        this.root = root;
    }

    void replaceWith(List<JavaFile> sources) throws IOException {
        Set<Path> wanted = new HashSet<>();
        for (JavaFile source : sources) {
            Path file = root.resolve(source.packageName().replace('.', '/'))
                    .resolve(source.typeSpec().name() + ".java");
            if (!wanted.add(file)) {
                throw new IllegalStateException("two sources for " + file);
            }
            String text = source.toString();
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }
        removeOthers(wanted);
    }

    private void removeOthers(Set<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
