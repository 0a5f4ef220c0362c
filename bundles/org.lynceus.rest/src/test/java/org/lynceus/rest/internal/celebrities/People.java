package org.lynceus.rest.internal.celebrities;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.CelebrityResult;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.api.celebrity.KnownGender;
import org.lynceus.api.celebrity.RecognizedCelebrity;
import org.lynceus.api.face.Face;

/** Known people for tests. */
public final class People {
    /** A person with an address. */
    public static final Celebrity ADA =
            new Celebrity("3Ab0cd6", "Ada Example", List.of("www.example.org/person/1"), KnownGender.FEMALE);

    private People() {}

    /** GetCelebrityInfo on a gallery of these people. */
    public static GetCelebrityInfo operation(Celebrity... people) {
        GetCelebrityInfo operation = new GetCelebrityInfo();
        operation.bindGalleries(galleries(people));
        return operation;
    }

    /** A gallery of these people. */
    static Galleries galleries(Celebrity... people) {
        return new Galleries() {
            @Override
            public Optional<Celebrity> find(String id) {
                return Stream.of(people)
                        .filter(person -> person.id().equals(id))
                        .findFirst();
            }

            @Override
            public List<InstalledGallery> galleries() {
                return List.of();
            }
        };
    }

    /** One face, and it is Ada's. */
    public static CelebrityResult result(float matchConfidence, Face face) {
        return new CelebrityResult(
                List.of(new RecognizedCelebrity(ADA, matchConfidence, face)), List.of(), Optional.empty());
    }
}
