package org.lynceus.evaluate.pairs;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.lynceus.client.picture.Picture;
import org.lynceus.evaluate.server.Embedding;
import org.lynceus.evaluate.server.Embeddings;
import org.lynceus.evaluate.session.Central;

/**
 * A picture and the vector of its central face.
 *
 * @param file the picture
 * @param person who is on it
 * @param size of the picture, without bytes; empty when it cannot be read
 * @param encoder that made the vector; empty text when there is none
 * @param vector of Euclidean length 1; empty when there is no face
 * @param largest whether the central face is the largest, so that CompareFaces takes it as it is
 * @param refusal why the server or this machine could not read the picture
 */
record EncodedPicture(
        Path file,
        String person,
        Optional<Picture> size,
        String encoder,
        Optional<float[]> vector,
        boolean largest,
        Optional<String> refusal) {
    /** Chooses the central face. */
    static EncodedPicture of(Path file, String person, Picture picture, Embeddings embeddings) {
        Optional<Embedding> central = Central.of(embeddings.faces(), Embedding::box, picture);
        Optional<Embedding> largest = embeddings.faces().stream()
                .max(Comparator.comparingDouble(face -> face.box().area()));
        return new EncodedPicture(
                file,
                person,
                Optional.of(picture.withoutBytes()),
                embeddings.encoder(),
                central.map(Embedding::vector),
                central.equals(largest),
                embeddings.refusal());
    }

    /** A picture that this machine cannot read. */
    static EncodedPicture unreadable(Path file, String person, String why) {
        return new EncodedPicture(file, person, Optional.empty(), "", Optional.empty(), false, Optional.of(why));
    }
}
