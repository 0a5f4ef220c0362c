package org.lynceus.detector.celebrities.internal.gallery;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lynceus.detector.celebrities.internal.search.SearchedGallery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something of a gallery that is to be read. Immutable and thread-safe.
 *
 * @param slot for what is read
 * @param source where everything is to be read from
 * @param content the facts, when only vectors are to be read
 * @param encoders those that are installed, best first, and their dimensions
 * @param except encoders whose vectors cannot be read
 * @param room bytes of memory that it may take
 * @param replaces whether something is searched meanwhile
 */
record Order(
        Slot slot,
        GallerySource source,
        Optional<Content> content,
        Map<String, Integer> encoders,
        Set<String> except,
        long room,
        boolean replaces) {
    private static final Logger LOG = LoggerFactory.getLogger(Order.class);

    Order {
        except = Set.copyOf(except);
    }

    /**
     * Reads it. Takes its time.
     *
     * @return what becomes of the slot, be it that the gallery is damaged
     */
    Consumer<Slot> carryOut() {
        return content.isPresent() ? vectors(content.get()) : everything();
    }

    private Consumer<Slot> everything() {
        try {
            Content read = Content.read(source, room);
            Optional<String> encoder = read.header().best(encoders, Set.of());
            long left = room - read.people().bytes();
            boolean fits = encoder.map(version -> read.bytes(version) <= left).orElse(true);
            if (!fits && replaces) {
                throw new GalleryException(
                        HeaderReader.FILE,
                        "max.megabytes leaves no room for it beside the content that it is to replace");
            }
            Optional<SearchedGallery> searched =
                    encoder.isPresent() && fits ? Optional.of(read.vectors(encoder.get())) : Optional.empty();
            return changed -> changed.adopt(read, searched);
        } catch (GalleryException | IOException | RuntimeException e) {
            String why = reason(e);
            return changed -> {
                changed.refuse(why);
                LOG.error(
                        "Cannot read the gallery of {}: {}{}",
                        source,
                        why,
                        changed.content.isPresent() ? "; its earlier content goes on answering" : "");
            };
        }
    }

    private Consumer<Slot> vectors(Content known) {
        String encoder = known.header().best(encoders, except).orElseThrow();
        try {
            SearchedGallery searched = known.vectors(encoder);
            return changed -> changed.searched = Optional.of(searched);
        } catch (GalleryException | IOException | RuntimeException e) {
            String why = reason(e);
            return changed -> {
                changed.broken.put(encoder, why);
                LOG.error("Cannot read the vectors of {} in the gallery of {}: {}", encoder, source, why);
            };
        }
    }

    private static String reason(Exception e) {
        return e instanceof GalleryException ? e.getMessage() : e.toString();
    }
}
