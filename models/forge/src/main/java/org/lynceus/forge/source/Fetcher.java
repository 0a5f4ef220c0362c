package org.lynceus.forge.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;

/** Gets source files: from the cache where they are there, otherwise out of their packages; always verified. */
public final class Fetcher {
    private final FileCache cache;
    private final PackageClient client;

    /**
     * A fetcher.
     *
     * @param cache asked first, filled afterwards
     * @param client asked for what the cache does not have
     */
    public Fetcher(FileCache cache, PackageClient client) {
        this.cache = cache;
        this.client = client;
    }

    /**
     * Gets one file.
     *
     * @param source the file
     * @return its verified bytes (of the slice, where the source is one)
     * @throws ForgeException when it cannot be had or is not what it should be
     */
    public byte[] fetch(SourceFile source) throws ForgeException {
        return fetch(List.of(source)).get(source);
    }

    /**
     * Gets several files with one download per package.
     *
     * @param sources the files
     * @return the verified bytes of each
     * @throws ForgeException when one cannot be had or is not what it should be
     */
    public Map<SourceFile, byte[]> fetch(List<SourceFile> sources) throws ForgeException {
        Map<SourceFile, byte[]> contents = new LinkedHashMap<>();
        Map<String, List<SourceFile>> missing = new LinkedHashMap<>();
        for (SourceFile source : sources) {
            Optional<byte[]> cached = cache.find(source.contentSha256());
            if (cached.isPresent()) {
                contents.put(source, cached.get());
            } else {
                missing.merge(source.file().coordinates(), List.of(source), Fetcher::concat);
            }
        }
        for (Map.Entry<String, List<SourceFile>> entry : missing.entrySet()) {
            contents.putAll(download(entry.getKey(), entry.getValue()));
        }
        return contents;
    }

    private Map<SourceFile, byte[]> download(String coordinates, List<SourceFile> sources) throws ForgeException {
        Path directory = temporaryDirectory();
        try {
            Map<String, byte[]> files = Archives.read(
                    client.download(coordinates, directory),
                    sources.stream().map(source -> source.file().path()).collect(Collectors.toSet()));
            Map<SourceFile, byte[]> contents = new LinkedHashMap<>();
            for (SourceFile source : sources) {
                byte[] whole = files.get(source.file().path());
                if (whole == null) {
                    throw new ForgeException("The package has no such file: " + source.file());
                }
                SourceFile.verify(source.file().toString(), whole, source.sha256());
                byte[] content = source.cut(whole);
                cache.store(content);
                contents.put(source, content);
            }
            return contents;
        } finally {
            delete(directory);
        }
    }

    private static List<SourceFile> concat(List<SourceFile> first, List<SourceFile> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Path temporaryDirectory() throws ForgeException {
        try {
            return Files.createTempDirectory("lynceus-forge");
        } catch (IOException e) {
            throw new ForgeException("Cannot create a temporary folder", e);
        }
    }

    private static void delete(Path directory) throws ForgeException {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new ForgeException("Cannot delete the temporary folder " + directory, e);
        }
    }
}
