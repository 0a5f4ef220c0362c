package org.lynceus.forge.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;

/**
 * Gets source files: from the cache, otherwise from the mirror, otherwise from the first origin that gives the right
 * content. Always verified. Committed files are read where they lie each time, so that a changed one is noticed.
 */
public final class Fetcher {
    private final FileCache cache;
    private final Optional<Mirror> mirror;
    private final Downloads downloads;

    /**
     * A fetcher.
     *
     * @param cache asked first, filled afterwards
     * @param mirror asked for what the cache does not have
     * @param packages asked for what neither has
     * @param web asked for what lies at an address
     */
    public Fetcher(FileCache cache, Optional<Mirror> mirror, PackageClient packages, WebClient web) {
        this.cache = cache;
        this.mirror = mirror;
        this.downloads = new Downloads(packages, web);
    }

    /**
     * A fetcher without a mirror.
     *
     * @param cache asked first, filled afterwards
     * @param packages asked for what the cache does not have
     */
    public Fetcher(FileCache cache, PackageClient packages) {
        this(cache, Optional.empty(), packages, new WebClient());
    }

    /**
     * Gets one file.
     *
     * @param source the file
     * @return its verified bytes (of the slice, where the source is one)
     * @throws UnavailableException when no origin can be reached
     * @throws ForgeException when it is not what it should be
     */
    public byte[] fetch(SourceFile source) throws ForgeException {
        return fetch(List.of(source)).get(source);
    }

    /**
     * Gets several files with one download per package.
     *
     * @param sources the files
     * @return the verified bytes of each
     * @throws UnavailableException when no origin of one of them can be reached
     * @throws ForgeException when one is not what it should be
     */
    public Map<SourceFile, byte[]> fetch(List<SourceFile> sources) throws ForgeException {
        Map<SourceFile, byte[]> contents = new LinkedHashMap<>();
        List<SourceFile> missing = new ArrayList<>();
        for (SourceFile source : new LinkedHashSet<>(sources)) {
            Optional<byte[]> known = source.committed() ? Optional.empty() : kept(source);
            known.ifPresentOrElse(content -> contents.put(source, content), () -> missing.add(source));
        }
        contents.putAll(download(missing));
        return contents;
    }

    private Optional<byte[]> kept(SourceFile source) throws ForgeException {
        Optional<byte[]> known = cache.find(source.contentSha256());
        if (known.isEmpty()) {
            known = mirrored(source);
            if (known.isPresent()) {
                cache.store(known.get());
            }
        }
        return known;
    }

    private Optional<byte[]> mirrored(SourceFile source) throws ForgeException {
        if (mirror.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> content = mirror.get().find(source.contentSha256());
        if (content.isPresent() || source.slice().isEmpty()) {
            return content;
        }
        Optional<byte[]> whole = mirror.get().find(source.sha256());
        return whole.isPresent() ? Optional.of(source.cut(whole.get())) : whole;
    }

    /** Goes through the first origins of all files, then through the second ones of those that are still missing. */
    private Map<SourceFile, byte[]> download(List<SourceFile> sources) throws ForgeException {
        Map<SourceFile, byte[]> contents = new LinkedHashMap<>();
        Map<SourceFile, List<ForgeException>> failures = new LinkedHashMap<>();
        List<SourceFile> missing = sources;
        for (int choice = 0; !missing.isEmpty(); choice++) {
            int current = choice;
            Map<String, List<SourceFile>> containers = missing.stream()
                    .collect(Collectors.groupingBy(
                            source -> source.origins().get(current).container(),
                            LinkedHashMap::new,
                            Collectors.toList()));
            List<SourceFile> next = new ArrayList<>();
            for (List<SourceFile> container : containers.values()) {
                contents.putAll(download(container, choice, failures));
                for (SourceFile source : container) {
                    if (!contents.containsKey(source)) {
                        if (choice + 1 == source.origins().size()) {
                            throw failure(failures.get(source));
                        }
                        next.add(source);
                    }
                }
            }
            missing = next;
        }
        return contents;
    }

    /** Gets what one container has of some files, and notes why it does not have the others. */
    private Map<SourceFile, byte[]> download(
            List<SourceFile> sources, int choice, Map<SourceFile, List<ForgeException>> failures) {
        Map<SourceFile, byte[]> contents = new LinkedHashMap<>();
        try {
            Map<String, byte[]> files = downloads.read(
                    sources.stream().map(source -> source.origins().get(choice)).toList());
            for (SourceFile source : sources) {
                try {
                    byte[] content = accept(source, source.origins().get(choice), files);
                    if (!source.committed()) {
                        cache.store(content);
                    }
                    contents.put(source, content);
                } catch (ForgeException e) {
                    failures.computeIfAbsent(source, missing -> new ArrayList<>())
                            .add(e);
                }
            }
        } catch (ForgeException e) {
            for (SourceFile source : sources) {
                failures.computeIfAbsent(source, missing -> new ArrayList<>()).add(e);
            }
        }
        return contents;
    }

    private static byte[] accept(SourceFile source, Origin origin, Map<String, byte[]> files) throws ForgeException {
        byte[] whole = files.get(origin.path());
        if (whole == null) {
            throw new ForgeException("The package has no such file: " + origin);
        }
        SourceFile.verify(origin.toString(), whole, source.sha256());
        return source.cut(whole);
    }

    /** One failure for all origins of a file: unavailable only when none could be reached. */
    private static ForgeException failure(List<ForgeException> failures) {
        String message = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
        boolean unavailable = failures.stream().allMatch(UnavailableException.class::isInstance);
        ForgeException failure = unavailable
                ? new UnavailableException(message, failures.get(0))
                : new ForgeException(message, failures.get(0));
        failures.stream().skip(1).forEach(failure::addSuppressed);
        return failure;
    }
}
