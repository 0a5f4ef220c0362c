package org.lynceus.detector.celebrities.internal.gallery;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.lynceus.detector.celebrities.internal.gallery.PeopleReader.People;
import org.lynceus.detector.celebrities.internal.search.SearchedGallery;
import org.lynceus.detector.celebrities.internal.search.VectorIndex;

/**
 * The facts of a gallery that has been read.
 *
 * @param source where they come from
 * @param header what the gallery says of itself
 * @param people its people and what they take in memory
 */
record Content(GallerySource source, GalleryHeader header, People people) {
    Content {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(people, "people");
    }

    /**
     * Reads the facts of a gallery.
     *
     * @param room bytes of memory that its people may take
     */
    static Content read(GallerySource source, long room) throws GalleryException, IOException {
        GalleryHeader header = HeaderReader.read(source.entries());
        return new Content(source, header, PeopleReader.read(source.entries(), header, room));
    }

    /** Bytes of memory that the vectors of an encoder take. */
    long bytes(String encoder) {
        return VectorIndex.bytes(header.people(), header.vectors().get(encoder).dimension());
    }

    /**
     * Reads the vectors of an encoder.
     *
     * @throws GalleryException when they cannot be read, or when the bundle holds another gallery by now
     */
    SearchedGallery vectors(String encoder) throws GalleryException, IOException {
        if (!HeaderReader.read(source.entries()).equals(header)) {
            throw new GalleryException(HeaderReader.FILE, "the bundle has another content by now");
        }
        VectorIndex index = VectorsReader.read(source.entries(), header, encoder);
        return new SearchedGallery(people.list(), encoder, index);
    }

    /** Bytes of memory that the people and, where there are any, the vectors take. */
    long bytes(Optional<SearchedGallery> searched) {
        return people.bytes()
                + searched.map(gallery -> VectorIndex.bytes(
                                gallery.people().size(), gallery.index().dimension()))
                        .orElse(0L);
    }
}
