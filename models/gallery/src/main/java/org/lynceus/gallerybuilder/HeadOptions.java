package org.lynceus.gallerybuilder;

import java.nio.file.Path;
import java.util.Optional;
import org.lynceus.gallerybuilder.output.GalleryHead;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that tell what a gallery says of itself; a picocli mixin. */
final class HeadOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--id", paramLabel = "ID", description = "the gallery's id (default: from the name of OUT)")
    private Optional<String> id = Optional.empty();

    @Option(names = "--title", paramLabel = "TEXT", description = "the gallery's title (default: from the id)")
    private Optional<String> title = Optional.empty();

    @Option(names = "--version", paramLabel = "X", description = "its version (default: ${DEFAULT-VALUE})")
    private String version = "1.0.0";

    @Option(names = "--licence", paramLabel = "TEXT", description = "licence of its contents")
    private Optional<String> licence = Optional.empty();

    @Option(names = "--source", paramLabel = "TEXT", description = "where the photos come from")
    private Optional<String> source = Optional.empty();

    /** Creates it; picocli fills it. */
    HeadOptions() {}

    /**
     * What the gallery says of itself.
     *
     * @param out where it is written: its name is the id where none is told
     * @throws ParameterException when an option cannot be
     */
    GalleryHead of(Path out) {
        Path file = out.toAbsolutePath().normalize().getFileName();
        String wanted = id.orElseGet(() -> GalleryHead.id(file == null ? "" : file.toString()));
        try {
            return new GalleryHead(wanted, title.orElseGet(() -> GalleryHead.title(wanted)), version, licence, source);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
